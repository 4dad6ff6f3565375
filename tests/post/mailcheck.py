"""What is wrong with a mail, as a list of sentences: problems(raw) for the bytes as they go over the wire or stand in the outbox (CRLF),
without_trace(raw) for what a mail server stored. Nothing runs at import."""
import email, email.policy, email.utils, re
from html.parser import HTMLParser

ONCE = ("From", "To", "Subject", "Date", "Message-ID", "MIME-Version", "Content-Type")
TRACE = (b"return-path", b"delivered-to", b"envelope-to", b"delivery-date", b"received", b"x-")
VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
BLOCK = {"p", "div", "ul", "ol", "table", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "pre", "hr", "section"}


class Tags(HTMLParser):
    def __init__(self):
        super().__init__(convert_charrefs=False)
        self.problems, self.open, self.seen, self.links, self.doctype = [], [], [], [], None

    def wrong(self, what):
        self.problems.append(f"HTML line {self.getpos()[0]}: {what}")

    def handle_decl(self, decl):
        if self.seen or self.doctype:
            self.wrong("the doctype is not first")
        self.doctype = decl.lower()

    def handle_starttag(self, tag, attrs):
        names = [n for n, _ in attrs]
        if len(set(names)) != len(names):
            self.wrong(f"<{tag}> has an attribute twice")
        for name, value in attrs:
            if name.startswith("on") or name in ("src", "srcset", "background"):
                self.wrong(f"<{tag} {name}>: a mail runs and loads nothing")
            if name == "href":
                self.links.append(value or "")
                if not re.match(r"https?://[^\s]+$|mailto:", value or ""):
                    self.wrong(f"a link without a host: {value}")
        if tag in ("script", "iframe", "form", "object"):
            self.wrong(f"<{tag}> in a mail")
        if tag in BLOCK and "p" in self.open:
            self.wrong(f"<{tag}> inside <p>")
        self.seen.append(tag)
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag):
        if tag in VOID:
            self.wrong(f"</{tag}> ends nothing")
        elif not self.open or self.open[-1] != tag:
            self.wrong(f"</{tag}> while open: {' '.join(self.open) or 'nothing'}")
            if tag in self.open:
                del self.open[len(self.open) - 1 - self.open[::-1].index(tag):]
        else:
            self.open.pop()

    def handle_data(self, data):
        if "<" in data:
            self.wrong(f"a bare <: {data.strip()[:40]!r}")
        if data.strip() and not self.open:
            self.wrong(f"text outside <html>: {data.strip()[:40]!r}")


def html_problems(text):
    """Tags matched and nested, a doctype, one html, head, title and body, nothing that runs or loads."""
    t = Tags()
    t.feed(text)
    t.close()
    found = t.problems + [f"HTML: a bare &: {text[m.start():m.start() + 20]!r}" for m in re.finditer(r"&(?!(#\d+|#x[0-9a-fA-F]+|[a-zA-Z][a-zA-Z0-9]*);)", text)]
    if t.open:
        found.append(f"HTML: not closed: {' '.join(t.open)}")
    if t.doctype != "doctype html":
        found.append(f"HTML: doctype {t.doctype}")
    found += [f"HTML: {t.seen.count(n)} times <{n}>" for n in ("html", "head", "title", "body") if t.seen.count(n) != 1]
    return found


def without_trace(raw):
    """The message without the headers a mail server put on top of it; any line end."""
    lines, i = raw.splitlines(keepends=True), 0
    while i < len(lines) and lines[i].lower().startswith(TRACE):
        i += 1
        while i < len(lines) and lines[i][:1] in (b" ", b"\t"):
            i += 1
    return b"".join(lines[i:])


def as_sent(stored):
    """A message stored with LF, as it went over the wire."""
    return re.sub(rb"\r?\n", b"\r\n", stored)


def line_problems(raw):
    found = []
    if re.search(rb"(?<!\r)\n", raw):
        found.append("a bare LF")
    if re.search(rb"\r(?!\n)", raw):
        found.append("a bare CR")
    if not raw.endswith(b"\r\n"):
        found.append("does not end with CRLF")
    if re.search(rb"[^\t\r\n\x20-\x7e]", raw):
        found.append("bytes that are not printable ASCII")
    longest = max((len(l) for l in raw.split(b"\r\n")), default=0)
    if longest > 998:
        found.append(f"a line of {longest} bytes")
    return found


def header_problems(head, m, to, required):
    found = []
    for line in head.split(b"\r\n"):
        # over 78 is only right where there is no white space to fold at
        if len(line) > 78 and b" " in line.lstrip().split(b": ", 1)[-1]:
            found.append(f"a header line of {len(line)} bytes that could be folded: {line[:50]!r}")
        if not re.match(rb"[!-9;-~]+: \S|[ \t]+\S", line):
            found.append(f"no header line: {line[:50]!r}")
        if any(len(w) > 75 for w in re.findall(rb"=\?[^? ]*\?[BQbq]\?[^? ]*\?=", line)):
            found.append(f"an encoded word over 75: {line[:50]!r}")
        if len(line) > 76 and b"=?" in line:
            found.append(f"a line with an encoded word over 76: {line[:50]!r}")
    names = [n.lower() for n in m.keys()]
    found += [f"{n}: {names.count(n.lower())} times" for n in required if names.count(n.lower()) != 1]
    found += [f"{n} more than once" for n in sorted(set(names)) if names.count(n) > 1 and n not in [r.lower() for r in required]]
    found += [f"{n}: only To is ours" for n in ("cc", "bcc", "sender") if n in names]
    for n, v in m.items():
        found += [f"{n}: {d!r}" for d in v.defects]
    for n in ("From", "To", "Reply-To"):
        if m[n] is None:
            continue
        a = m[n].addresses
        if len(a) != 1 or not re.fullmatch(r"[^\s@<>,;]+@[^\s@<>,;]+", a[0].addr_spec):
            found.append(f"{n}: not one address: {m[n]}")
        elif n == "To" and to is not None and a[0].addr_spec != to:
            found.append(f"To: {a[0].addr_spec} instead of {to}")
    if m["Subject"] is not None and not str(m["Subject"]).strip():
        found.append("Subject: empty")
    if m["Message-ID"] is not None and not re.fullmatch(r"<[^\s<>@]+@[^\s<>@]+>", str(m["Message-ID"]).strip()):
        found.append(f"Message-ID: {m['Message-ID']}")
    if m["Date"] is not None and (m["Date"].datetime is None or m["Date"].datetime.tzinfo is None):
        found.append(f"Date: {m['Date']}")
    return found


def part_problems(p):
    found, kind = [], p.get_content_type()
    if p.get_content_charset() != "utf-8":
        found.append(f"{kind}: charset {p.get_content_charset()}")
    body = p.get_payload().replace("\r\n", "\n")
    if p["Content-Transfer-Encoding"] == "quoted-printable":
        if re.search(r"=(?![0-9A-F]{2}|\n)", body) or re.search(r"[ \t]$", body, re.M):
            found.append(f"{kind}: not quoted-printable")
        if any(len(l) > 76 for l in body.split("\n")):
            found.append(f"{kind}: a quoted-printable line over 76")
    try:
        text = p.get_payload(decode=True).decode("utf-8")
    except UnicodeDecodeError as e:
        return found + [f"{kind}: no UTF-8: {e}"], ""
    if not text.strip():
        found.append(f"{kind}: empty")
    return found, text


def problems(raw, to=None, required=ONCE + ("Reply-To",)):
    """All that is wrong with this mail; [] when nothing is. `to`: the one receiver it must have; `required`: the headers that must be there, once."""
    found = line_problems(raw)
    head = raw.partition(b"\r\n\r\n")[0]
    m = email.message_from_bytes(raw, policy=email.policy.default)
    found += header_problems(head, m, to, required)
    found += [f"{p.get_content_type()}: {d!r}" for p in m.walk() for d in p.defects]
    kinds = [p.get_content_type() for p in m.walk()]
    if kinds != ["multipart/alternative", "text/plain", "text/html"]:
        return found + [f"not a text and an HTML part: {kinds}"]
    if (m.preamble or "").strip() or (m.epilogue or "").strip():
        found.append("text outside the parts")
    plain, html = m.get_payload()
    wrong, text = part_problems(plain)
    found += wrong
    wrong, page = part_problems(html)
    found += wrong + html_problems(page)
    links = Tags()
    links.feed(page)
    found += [f"the link of the HTML is not in the text: {l}" for l in links.links if l.startswith("http") and l not in text]
    return found
