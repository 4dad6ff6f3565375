/* core/config.c: one table of keys. From it: parsing (libinih), the errors, what is in force, docs/config.md and
 * config.example.ini. */
#include "core/config.h"

#include <ini.h>
#include <limits.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/values.h"

enum kind { TEXT, PATH, NUMBER, METHOD, SECURITY, LISTEN, URL, ADDRESS, SECRET };

struct key {
    const char *section, *name;
    enum kind kind;
    size_t offset, size;
    long min, max;
    const char *standard; /* as it would be typed */
    const char *help;
};
#define KEY(member) offsetof(struct config, member), sizeof(((struct config *)0)->member)

/* clang-format off */
static const struct key keys[] = {
    {"server", "listen", LISTEN, KEY(listen), 0, 0, "127.0.0.1:8080", "address and port to listen on; [::]:443 for all addresses, IPv4 too"},
    {"server", "base_url", URL, KEY(base_url), 0, 0, "http://127.0.0.1:8080", "how users reach it: https://host, without a slash at the end; links in mails and the check of form posts use it"},
    {"server", "proxy", TEXT, KEY(proxy), 0, 0, "", "address of the reverse proxy whose X-Forwarded-For is believed; empty: none"},
    {"server", "tls_certificate", PATH, KEY(tls_certificate), 0, 0, "", "certificate chain (PEM) for TLS in the server itself; empty: a proxy does TLS"},
    {"server", "tls_key", PATH, KEY(tls_key), 0, 0, "", "private key (PEM) that belongs to it"},
    {"server", "connections", NUMBER, KEY(connections), 10, 10000, "1000", "connections at the same time, in total"},
    {"server", "connections_per_address", NUMBER, KEY(connections_per_address), 1, 10000, "100", "connections at the same time from one address"},
    {"server", "threads", NUMBER, KEY(threads), 0, 64, "0", "threads that answer; 0: as many as the machine has cores"},
    {"data", "database", PATH, KEY(database), 0, 0, "srmonitor.db", "the database; paths are relative to this file's folder"},
    {"data", "key_store", PATH, KEY(key_store), 0, 0, "sleutels.db", "the wrapped keys of the people: back it up on its own and always restore the newest"},
    {"data", "master_key", PATH, KEY(master_key), 0, 0, "sleutel", "the key that wraps them: mode 0600, kept apart from both; made at the first start"},
    {"data", "audit_anchors", PATH, KEY(audit_anchors), 0, 0, "audit-ankers.txt", "where the newest sum of the audit chain is noted every day; best on another disk or machine, append only"},
    {"data", "tmp", PATH, KEY(tmp), 0, 0, "tmp", "folder for uploads under way"},
    {"mail", "method", METHOD, KEY(mail_method), 0, 0, "map", "map: mails are written as .eml files in a folder; smtp: they are sent"},
    {"mail", "folder", PATH, KEY(mail_folder), 0, 0, "mail", "the folder of method map"},
    {"mail", "from", ADDRESS, KEY(mail_from), 0, 0, "monitor@example.nl", "sender's address of all mails"},
    {"mail", "from_name", TEXT, KEY(mail_from_name), 0, 0, "Social Return Monitor", "sender's name"},
    {"mail", "smtp_host", TEXT, KEY(smtp_host), 0, 0, "", "mail server of method smtp"},
    {"mail", "smtp_port", NUMBER, KEY(smtp_port), 1, 65535, "587", "its port: 587 with STARTTLS, 465 with TLS"},
    {"mail", "smtp_security", SECURITY, KEY(smtp_security), 0, 0, "starttls", "starttls, tls, or none (only to this machine itself); certificates are verified"},
    {"mail", "smtp_user", TEXT, KEY(smtp_user), 0, 0, "", "login; empty: none"},
    {"mail", "smtp_password", SECRET, KEY(smtp_password), 0, 0, "", "its password"},
    {"mail", "smtp_ca", PATH, KEY(smtp_ca), 0, 0, "", "file with the CA that signed the mail server's certificate; empty: the system's"},
    {"mail", "smtp_timeout_sec", NUMBER, KEY(smtp_timeout_sec), 5, 600, "60", "seconds one mail may take"},
    {"security", "contact", TEXT, KEY(security_contact), 0, 0, "", "mailto: or https: address for /.well-known/security.txt; empty: no such page"},
    {"security", "breach_list", PATH, KEY(breach_list), 0, 0, "", "file with SHA-256 hashes (hex, one a line, sorted) of leaked passwords, refused as new ones; empty: none"},
    {"security", "session_idle_min", NUMBER, KEY(session_idle_min), 5, 60, "30", "minutes after which an idle session ends"},
    {"security", "session_total_min", NUMBER, KEY(session_total_min), 60, 1440, "720", "minutes after which every session ends"},
    {"page", "maintenance", TEXT, KEY(maintenance), 0, 0, "", "one line shown on every page, for instance of planned maintenance; empty: none"},
};
/* clang-format on */
enum { N_KEYS = sizeof(keys) / sizeof(keys[0]) };

static void *member(struct config *c, const struct key *k)
{
    return (char *)c + k->offset;
}

static bool copy(char *to, size_t size, const char *value)
{
    return snprintf(to, size, "%s", value) < (int)size;
}

static bool number_set(struct config *c, const struct key *k, const char *value, struct text *why)
{
    char *end;
    long n = strtol(value, &end, 10);
    if (*value == '\0' || *end != '\0' || n < k->min || n > k->max) {
        text_printf(why, "must be a whole number from %ld to %ld", k->min, k->max);
        return false;
    }
    *(int *)member(c, k) = (int)n;
    return true;
}

static bool security_set(struct config *c, const struct key *k, const char *value, struct text *why)
{
    static const char *const words[] = {"starttls", "tls", "none"};
    static const enum smtp_security meaning[] = {SMTP_STARTTLS, SMTP_TLS, SMTP_PLAIN};
    for (int i = 0; i < 3; i++)
        if (strcmp(value, words[i]) == 0) {
            *(enum smtp_security *)member(c, k) = meaning[i];
            return true;
        }
    text_str(why, "must be starttls, tls or none");
    return false;
}

/* host:port with a port of 0..65535; an IPv6 host stands in brackets. */
static bool is_listen(const char *v)
{
    const char *colon = strrchr(v, ':');
    if (!colon || colon == v || colon[1] == '\0' || strlen(colon + 1) > 5)
        return false;
    if (memchr(v, ':', (size_t)(colon - v)) && (v[0] != '[' || colon[-1] != ']'))
        return false;
    char *end;
    long port = strtol(colon + 1, &end, 10);
    return *end == '\0' && port >= 0 && port <= 65535;
}

static bool is_base_url(const char *v)
{
    const char *host = strncmp(v, "https://", 8) == 0 ? v + 8 : strncmp(v, "http://", 7) == 0 ? v + 7 : NULL;
    return host && *host != '\0' && strchr(host, '/') == NULL && strpbrk(host, " ?#\"<>\\") == NULL;
}

static const char *text_wrong(const struct key *k, const char *value)
{
    char address[255];
    if (k->kind == METHOD && strcmp(value, "map") != 0 && strcmp(value, "smtp") != 0)
        return "must be map or smtp";
    if (k->kind == LISTEN && !is_listen(value))
        return "must be host:port, for example 127.0.0.1:8080 or [::]:443";
    if (k->kind == URL && !is_base_url(value))
        return "must be https://host without a path, for example https://monitor.example.nl";
    if (k->kind == ADDRESS && !email_parse(value, address, sizeof(address)))
        return "must be a mail address, for example monitor@example.nl";
    return utf8_is_clean(value, strlen(value)) ? NULL : "must be UTF-8 without control characters";
}

static bool key_set(struct config *c, const struct key *k, const char *value, struct text *why)
{
    if (k->kind == NUMBER)
        return number_set(c, k, value, why);
    if (k->kind == SECURITY)
        return security_set(c, k, value, why);
    const char *wrong = text_wrong(k, value);
    if (wrong) {
        text_str(why, wrong);
        return false;
    }
    if (copy(member(c, k), k->size, value))
        return true;
    text_printf(why, "is too long (at most %zu bytes)", k->size - 1);
    return false;
}

void config_defaults(struct config *out)
{
    struct text why;
    text_init(&why, 1000);
    *out = (struct config){.demo = false};
    for (int i = 0; i < N_KEYS; i++)
        (void)key_set(out, &keys[i], keys[i].standard, &why); /* the table's own defaults: a test reads them back */
    text_free(&why);
}

/* ---- reading ---- */

struct reading {
    struct config *config;
    struct text *problems;
    const char *file;
    FILE *stream;
    int line;
    bool bad;
    int seen[N_KEYS]; /* line of the key, 0 = not yet */
};

static char *next_line(char *to, int room, void *stream)
{
    struct reading *r = stream;
    char *got = fgets(to, room, r->stream);
    if (got)
        r->line++;
    return got;
}

static void problem(struct reading *r, const char *what)
{
    text_printf(r->problems, "%s:%d: %s\n", r->file, r->line, what);
    r->bad = true;
}

static int section_known(const char *section)
{
    for (int i = 0; i < N_KEYS; i++)
        if (strcmp(keys[i].section, section) == 0)
            return 1;
    return 0;
}

static void unknown(struct reading *r, const char *section, const char *name)
{
    struct text t;
    text_init(&t, 4000);
    if (!section_known(section)) {
        text_printf(&t, "no section [%s]; allowed: [server] [data] [mail] [security] [page]", section);
    } else {
        text_printf(&t, "no key \"%s\" in [%s]; allowed:", name, section);
        for (int i = 0; i < N_KEYS; i++)
            if (strcmp(keys[i].section, section) == 0)
                text_printf(&t, " %s", keys[i].name);
    }
    problem(r, text_c(&t));
    text_free(&t);
}

static int on_value(void *user, const char *section, const char *name, const char *value)
{
    struct reading *r = user;
    struct text t, why;
    for (int i = 0; i < N_KEYS; i++) {
        if (strcmp(keys[i].section, section) != 0 || strcmp(keys[i].name, name) != 0)
            continue;
        text_init(&t, 4000);
        text_init(&why, 1000);
        if (r->seen[i])
            text_printf(&t, "%s stands here a second time (first on line %d)", name, r->seen[i]);
        else if (!key_set(r->config, &keys[i], value, &why))
            text_printf(&t, "%s %s", name, text_c(&why));
        r->seen[i] = r->line;
        if (t.n > 0)
            problem(r, text_c(&t));
        text_free(&t);
        text_free(&why);
        return 1;
    }
    unknown(r, section, name);
    return 1;
}

/* Relative paths are relative to the config file's folder, wherever the command was started. */
static bool paths_resolve(struct reading *r)
{
    char full[PATH_MAX];
    if (!realpath(r->file, full))
        return false;
    char *slash = strrchr(full, '/');
    slash[1] = '\0';
    for (int i = 0; i < N_KEYS; i++) {
        char *p = member(r->config, &keys[i]), was[512];
        if (keys[i].kind != PATH || p[0] == '\0' || p[0] == '/')
            continue;
        copy(was, sizeof(was), p);
        if (snprintf(p, keys[i].size, "%s%s", full, was) >= (int)keys[i].size)
            return false;
    }
    return true;
}

static bool is_loopback_host(const char *h)
{
    return strcmp(h, "localhost") == 0 || strncmp(h, "127.", 4) == 0 || strcmp(h, "::1") == 0 ||
           strcmp(h, "[::1]") == 0;
}

static void together(struct reading *r)
{
    const struct config *c = r->config;
    r->line = 0; /* about the file as a whole */
    if ((c->tls_certificate[0] == '\0') != (c->tls_key[0] == '\0'))
        problem(r, "[server] tls_certificate and tls_key belong together: give both or neither");
    if (strcmp(c->mail_method, "smtp") == 0 && c->smtp_host[0] == '\0')
        problem(r, "[mail] method smtp needs smtp_host");
    if (strcmp(c->mail_method, "smtp") == 0 && c->smtp_security == SMTP_PLAIN && !is_loopback_host(c->smtp_host))
        problem(r, "[mail] smtp_security none is only allowed to this machine itself (localhost); use starttls or tls");
    if (c->tls_certificate[0] && strncmp(c->base_url, "https://", 8) != 0)
        problem(r, "[server] with tls_certificate the base_url begins with https://");
    if (c->session_idle_min > c->session_total_min)
        problem(r, "[security] session_idle_min must not be larger than session_total_min");
}

enum result config_read(const char *file, struct config *out, struct text *problems)
{
    struct reading r = {.config = out, .problems = problems, .file = file};
    config_defaults(out);
    r.stream = fopen(file, "r");
    if (!r.stream) {
        text_printf(problems, "%s cannot be read; make one from config.example.ini, or name it with --config\n", file);
        return NOT_FOUND;
    }
    int line = ini_parse_stream(next_line, &r, on_value, &r);
    fclose(r.stream);
    if (line > 0) {
        r.line = line;
        problem(&r, "neither [section], key = value, comment (;) nor empty");
    }
    together(&r);
    if (!r.bad && !paths_resolve(&r)) {
        text_printf(problems, "%s: a path is too long\n", file);
        return INVALID;
    }
    return r.bad ? INVALID : OK;
}

/* ---- showing ---- */

static void value_print(const struct config *c, const struct key *k, struct text *out)
{
    const void *p = (const char *)c + k->offset;
    static const char *const words[] = {"starttls", "tls", "none"};
    if (k->kind == NUMBER)
        text_printf(out, "%d", *(const int *)p);
    else if (k->kind == SECURITY)
        text_str(out, words[*(const enum smtp_security *)p]);
    else if (k->kind == SECRET)
        text_str(out, *(const char *)p ? "***" : "");
    else
        text_str(out, p);
}

void config_print(const struct config *c, struct text *out)
{
    for (int i = 0; i < N_KEYS; i++) {
        if (i == 0 || strcmp(keys[i].section, keys[i - 1].section) != 0)
            text_printf(out, "%s[%s]\n", i ? "\n" : "", keys[i].section);
        text_printf(out, "%s = ", keys[i].name);
        value_print(c, &keys[i], out);
        text_char(out, '\n');
    }
}

void config_help(struct text *out)
{
    text_str(
        out,
        "# Settings\n\nGenerated by `srmonitor config --keys`.\n\n| section | key | default | meaning |\n| --- | --- | --- | --- |\n");
    for (int i = 0; i < N_KEYS; i++) {
        text_printf(out, "| %s | %s | %s | %s", keys[i].section, keys[i].name, keys[i].standard, keys[i].help);
        if (keys[i].kind == NUMBER)
            text_printf(out, " (%ld to %ld)", keys[i].min, keys[i].max);
        text_str(out, " |\n");
    }
}

void config_example(struct text *out)
{
    text_str(
        out,
        "; Social Return Monitor: every setting with its default. Copy to /etc/srmonitor/config.ini and change what differs.\n"
        "; A wrong key or value stops the start and says file, line and what is allowed.\n");
    for (int i = 0; i < N_KEYS; i++) {
        if (i == 0 || strcmp(keys[i].section, keys[i - 1].section) != 0)
            text_printf(out, "\n[%s]\n", keys[i].section);
        text_printf(out, "; %s", keys[i].help);
        if (keys[i].kind == NUMBER)
            text_printf(out, " (%ld to %ld)", keys[i].min, keys[i].max);
        text_printf(out, "\n;%s = %s\n", keys[i].name, keys[i].standard);
    }
}
