/* post/smtp.c: libcurl 7.88 as it really is (libraries 3.4): addresses are checked here because it would pass CR/LF on;
 * STARTTLS is demanded, never tried; the server's text only comes through the header function. */
#include "post/smtp.h"

#include <curl/curl.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "core/values.h"

struct upload_state {
    const char *p;
    size_t left;
};

static size_t on_read(char *to, size_t size, size_t n, void *user)
{
    struct upload_state *u = user;
    size_t k = size * n < u->left ? size * n : u->left;
    memcpy(to, u->p, k);
    u->p += k;
    u->left -= k;
    return k;
}

static size_t on_line(char *p, size_t size, size_t n, void *user)
{
    struct delivery *d = user;
    size_t k = size * n;
    while (k > 0 && (p[k - 1] == '\r' || p[k - 1] == '\n'))
        k--;
    bool refusal = k > 0 && (p[0] == '4' || p[0] == '5');
    if (!refusal && (d->answer[0] == '4' || d->answer[0] == '5'))
        return size * n; /* what comes after a refusal is only the goodbye */
    snprintf(d->answer, sizeof(d->answer), "%.*s", (int)(k < 290 ? k : 290), p);
    for (char *c = d->answer; *c; c++)
        if ((unsigned char)*c < 0x20)
            *c = ' ';
    return size * n;
}

static int on_progress(void *user, curl_off_t a, curl_off_t b, curl_off_t c, curl_off_t d)
{
    (void)a, (void)b, (void)c, (void)d;
    return atomic_load((const _Atomic bool *)user);
}

static void options_set(CURL *curl, const struct config *c, const char *url, const char *from)
{
    curl_easy_setopt(curl, CURLOPT_URL, url);
    curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "smtp,smtps");
    curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT, 20L);
    curl_easy_setopt(curl, CURLOPT_TIMEOUT, (long)c->smtp_timeout_sec);
    curl_easy_setopt(curl, CURLOPT_SERVER_RESPONSE_TIMEOUT, (long)c->smtp_timeout_sec);
    curl_easy_setopt(curl, CURLOPT_MAIL_FROM, from);
    curl_easy_setopt(curl, CURLOPT_USE_SSL,
                     c->smtp_security == SMTP_STARTTLS ? (long)CURLUSESSL_ALL : (long)CURLUSESSL_NONE);
    curl_easy_setopt(curl, CURLOPT_SSL_VERIFYPEER, 1L);
    curl_easy_setopt(curl, CURLOPT_SSL_VERIFYHOST, 2L);
    if (c->smtp_ca[0])
        curl_easy_setopt(curl, CURLOPT_CAINFO, c->smtp_ca);
    if (c->smtp_user[0]) {
        curl_easy_setopt(curl, CURLOPT_USERNAME, c->smtp_user);
        curl_easy_setopt(curl, CURLOPT_PASSWORD, c->smtp_password);
    }
}

static void ended(CURL *curl, CURLcode code, struct delivery *out)
{
    long answer = 0;
    curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &answer);
    out->sent = code == CURLE_OK;
    if (out->answer[0] == '4' || out->answer[0] == '5')
        answer = (out->answer[0] - '0') * 100;
    out->permanent = !out->sent && answer >= 500 && answer < 600 && code != CURLE_LOGIN_DENIED &&
                     code != CURLE_PEER_FAILED_VERIFICATION;
    if (!out->sent && (out->answer[0] == '\0' || answer < 400))
        snprintf(out->answer, sizeof(out->answer), "%s", curl_easy_strerror(code));
}

void smtp_send(const struct config *c, const char *to, const void *message, size_t n, const _Atomic bool *stop,
               struct delivery *out)
{
    char checked[255], rcpt[260], from[260], url[400];
    *out = (struct delivery){.sent = false};
    if (!email_parse(to, checked, sizeof(checked)) || n == 0) {
        out->permanent = true;
        snprintf(out->answer, sizeof(out->answer), "the address is not one we send to");
        return;
    }
    snprintf(rcpt, sizeof(rcpt), "<%s>", checked);
    snprintf(from, sizeof(from), "<%s>", c->mail_from);
    snprintf(url, sizeof(url), "%s://%s:%d", c->smtp_security == SMTP_TLS ? "smtps" : "smtp", c->smtp_host,
             c->smtp_port);
    struct upload_state u = {message, n};
    CURL *curl = curl_easy_init();
    struct curl_slist *list = curl_slist_append(NULL, rcpt);
    if (curl && list) {
        options_set(curl, c, url, from);
        curl_easy_setopt(curl, CURLOPT_MAIL_RCPT, list);
        curl_easy_setopt(curl, CURLOPT_UPLOAD, 1L);
        curl_easy_setopt(curl, CURLOPT_READFUNCTION, on_read);
        curl_easy_setopt(curl, CURLOPT_READDATA, &u);
        curl_easy_setopt(curl, CURLOPT_HEADERFUNCTION, on_line);
        curl_easy_setopt(curl, CURLOPT_HEADERDATA, out);
        curl_easy_setopt(curl, CURLOPT_NOPROGRESS, 0L);
        curl_easy_setopt(curl, CURLOPT_XFERINFOFUNCTION, on_progress);
        curl_easy_setopt(curl, CURLOPT_XFERINFODATA, (void *)(uintptr_t)stop);
        ended(curl, curl_easy_perform(curl), out);
    }
    curl_slist_free_all(list);
    curl_easy_cleanup(curl);
}

void folder_send(const struct config *c, const char *name, const void *message, size_t n, struct delivery *out)
{
    char part[700], whole[700];
    *out = (struct delivery){.sent = false};
    snprintf(part, sizeof(part), "%s/.%s.deel", c->mail_folder, name);
    snprintf(whole, sizeof(whole), "%s/%s.eml", c->mail_folder, name);
    mkdir(c->mail_folder, 0700);
    int fd = open(part, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    bool good = fd >= 0 && write(fd, message, n) == (ssize_t)n && fsync(fd) == 0;
    if (fd >= 0)
        close(fd);
    out->sent = good && rename(part, whole) == 0;
    snprintf(out->answer, sizeof(out->answer), "%s", out->sent ? "in de map gezet" : strerror(errno));
    if (!out->sent)
        unlink(part);
}
