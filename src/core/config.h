/* core/config.h: the settings of one installation, read once at start from an ini file (libinih).
 *
 * One table in config.c holds every key: section, name, type, bounds, default, one sentence. A wrong key or value stops
 * the start with file, line and what is allowed. docs/config.md and config.example.ini are held against the same table.
 */
#ifndef CORE_CONFIG_H
#define CORE_CONFIG_H

#include <stdbool.h>
#include <stdint.h>

#include "core/result.h"
#include "core/text.h"

enum smtp_security { SMTP_STARTTLS, SMTP_TLS, SMTP_PLAIN }; /* PLAIN only to loopback */

struct config {
    /* [server] */
    char listen[128];          /* "127.0.0.1:8080", "[::]:8443" */
    char base_url[256];        /* "https://monitor.example.nl", without a slash; links in mails and the Origin check */
    char proxy[64];            /* address of the proxy whose X-Forwarded-For is believed; empty = none */
    char tls_certificate[512]; /* PEM files; both empty = no TLS in the server */
    char tls_key[512];
    int connections;             /* in total; 10..10000 */
    int connections_per_address; /* 1..1000 */
    int threads;                 /* 0 = as many as cores */
    /* [data] */
    char database[512];   /* relative paths: relative to the config file's folder; stored here absolute */
    char key_store[512];  /* wrapped data keys of persons: a second small file */
    char master_key[512]; /* 32 bytes, mode 0600 */
    char tmp[512];
    char audit_anchors[512]; /* where the newest sum of the audit chain is noted daily */
    /* [mail] */
    char mail_method[8]; /* "map" or "smtp" */
    char mail_folder[512];
    char mail_from[256]; /* address */
    char mail_from_name[128];
    char smtp_host[256];
    int smtp_port;
    enum smtp_security smtp_security;
    char smtp_user[256];
    char smtp_password[256];
    char smtp_ca[512]; /* extra CA file; empty = the system's */
    int smtp_timeout_sec;
    /* [security] */
    char security_contact[256]; /* mailto: or https: for security.txt; empty = no security.txt */
    char breach_list[512];      /* optional file of SHA-256 hashes of leaked passwords; empty = none */
    int session_idle_min;       /* 30 */
    int session_total_min;      /* 720 */
    /* [page] */
    char maintenance[256]; /* one line shown on every page; empty = none */
    /* set by the program, not the file */
    bool demo;       /* the database says so */
    bool plain_http; /* no TLS and no proxy: loopback only */
};

/* Fills *out from the file over the defaults. Every problem is written to `problems` as "file:line: what, and what is
 * allowed"; INVALID when there is any. NOT_FOUND when the file cannot be read (also said in problems). */
MUST enum result config_read(const char *file, struct config *out, struct text *problems);
void config_defaults(struct config *out);
void config_print(const struct config *c, struct text *out); /* what is in force; secrets as *** */
void config_help(struct text *out);                          /* Markdown table of all keys: docs/config.md */
void config_example(struct text *out);                       /* the text of config.example.ini */

#endif
