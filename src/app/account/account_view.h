/* app/account/account_view.h: what the pages of the room show. */
#ifndef ACCOUNT_VIEW_H
#define ACCOUNT_VIEW_H

#include "app/layout.h"
#include "app/overdracht/overdracht.h"

struct form_page_view { /* a page that is a form with a sentence */
    struct page *page;
    struct form_view *form;
    const char *intro, *button;
};
struct link_view {
    struct page *page;
    struct form_view *form;
    const char *message;
};
struct totp_view {
    struct page *page;
    struct form_view *form;
    safe_html qr;
    const char *key, *clock;
};
struct contact_row {
    const char *regio, *naam, *email, *telefoon, *tijden, *website;
};
struct help_view {
    struct page *page;
    size_t n_rows;
    struct contact_row *rows;
};
struct statement_text {
    int64_t id, nr;
    const char *regio, *tekst;
    datum geldt_vanaf;
    tijdstip akkoord_op;
};
struct statement_view {
    struct page *page;
    bool accepted, all;
    tijdstip accepted_on;
    size_t n_rows;
    struct statement_text *rows;
    struct form_view *form;
}; /* accepted: the house's text; all: nothing is left to accept */
struct session_row {
    const char *kenmerk, *adres, *apparaat;
    tijdstip begonnen, gezien;
    bool deze;
};
struct profile_view {
    bool heeft_werk;
    struct page *page;
    struct form_view *form;
    const char *email, *organisatie;
    tijdstip laatst_in;
};
struct sessions_view {
    struct page *page;
    size_t n_rows;
    struct session_row *rows;
};
struct colleague_row {
    gebruiker_id id;
    const char *naam, *email, *functie, *telefoon, *staat, *organisatie, *soort;
    tijdstip laatst_in;
    bool twee_factor;
};
struct colleagues_view {
    struct page *page;
    size_t n_rows;
    struct colleague_row *rows;
    struct list_view *list;
};
struct account_view {
    struct page *page;
    struct colleague_row *who;
    struct form_view *form;
    bool is_invited, is_blocked, is_self, heeft_werk; /* heeft_werk: a role that is linked to projects */
    struct overdracht_stand stand;
    size_t n_collegas;
};

#endif
