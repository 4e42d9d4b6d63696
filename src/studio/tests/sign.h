/* A PDF signed as programs do it, by what is appended, with a key that all know: for tests. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef STUDIO_TESTS_SIGN_H
#define STUDIO_TESTS_SIGN_H

#include <openssl/cms.h>
#include <openssl/pem.h>
#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/must.h"
#include "base/out.h"

#define SIGN_KEY       "src/studio/tests/signer.pem"
#define SIGN_KEY_CURVE "src/studio/tests/signer_ec.pem"
/* 5 August 2026, 09:00 in Vietnam. */
#define SIGN_TIME "260805020000Z"

enum { SIGN_MESSAGE_BYTES = 3000, SIGN_MORE_BYTES = 64 << 10, SIGN_OBJECTS_MAX = 6 };

/* What is appended to a PDF: objects, a table of them, and a trailer that leads to the older. */
struct sign_update {
    struct out out;
    long size; /* the first number that is free */
    long root;
    long table; /* where the older table stands */
    long numbers[SIGN_OBJECTS_MAX];
    size_t places[SIGN_OBJECTS_MAX];
    size_t count;
};

/* The number behind the last such word; the file is one of ours, so there is one. */
static inline long sign_number(struct str pdf, const char *word)
{
    struct str wanted = str_of(word);
    for (size_t at = pdf.n; at-- > 0;) {
        if (str_starts(str_slice(pdf, at, pdf.n), wanted)) {
            return strtol(pdf.p + at + wanted.n, NULL, 10);
        }
    }
    must(false);
    return 0;
}

/* What stands between "N 0 obj\n<<" and the end of the newest object of that number. */
static inline struct str sign_object_of(struct str pdf, long number)
{
    char head[32];
    struct out out = out_fixed(head, sizeof head);
    out_printf(&out, "\n%ld 0 obj\n<<", number);
    for (size_t at = pdf.n; at-- > 0;) {
        if (str_starts(str_slice(pdf, at, pdf.n), out_str(&out))) {
            struct str rest = str_slice(pdf, at + out.n, pdf.n);
            return str_slice(rest, 0, str_find(rest, STR(">>\nendobj")));
        }
    }
    must(false);
    return STR_NONE;
}

static inline struct sign_update sign_open(struct arena *arena, struct str pdf)
{
    struct sign_update update = { .out = out_open(arena, pdf.n + SIGN_MORE_BYTES),
                                  .size = sign_number(pdf, "/Size"),
                                  .root = sign_number(pdf, "/Root"),
                                  .table = sign_number(pdf, "startxref\n") };
    out_str_raw(&update.out, pdf);
    return update;
}

/* What follows is that object, up to the next or sign_end(). */
static inline void sign_begin(struct sign_update *update, long number)
{
    must(update->count < SIGN_OBJECTS_MAX);
    update->numbers[update->count] = number;
    update->places[update->count++] = update->out.n;
    out_printf(&update->out, "%ld 0 obj\n<<", number);
}

static inline struct str sign_end(struct sign_update *update, long size)
{
    size_t table = update->out.n;
    out_lit(&update->out, "xref\n");
    for (size_t i = 0; i < update->count; i++) {
        out_printf(&update->out, "%ld 1\n%010zu 00000 n \n", update->numbers[i], update->places[i]);
    }
    out_printf(
        &update->out,
        "trailer\n<< /Size %ld\n   /Root %ld 0 R\n   /Prev %ld\n>>\nstartxref\n%zu\n%%%%EOF\n",
        size, update->root, update->table, table);
    return out_str(&update->out);
}

/* How it is signed: with NULLs as people do, in a field that nobody sees. */
struct sign_how {
    const char *area;     /* of a field that is to be seen, "100 40 200 80" */
    const EVP_MD *digest; /* NULL: SHA-256 */
    const char *key;      /* a file; NULL: SIGN_KEY, with which the same bytes come each time */
    bool twice;           /* in one message */
    bool holds_text;      /* the message has what it signs within itself */
};

/* Something more in the catalog, and one object that it may name by "%ld". */
static inline struct str sign_catalog(struct arena *arena, struct str pdf, const char *more,
                                      const char *object)
{
    struct sign_update update = sign_open(arena, pdf);
    struct str catalog = sign_object_of(pdf, update.root);
    sign_begin(&update, update.root);
    out_lit(&update.out, " ");
    for (const char *at = more; *at; at++) {
        if (*at == '#') {
            out_printf(&update.out, "%ld", update.size);
        } else {
            out_char(&update.out, *at);
        }
    }
    out_printf(&update.out, "%.*s>>\nendobj\n", STR_ARG(catalog));
    sign_begin(&update, update.size);
    out_printf(&update.out, " %s >>\nendobj\n", object);
    return sign_end(&update, update.size + 1);
}

/* A note with its words laid over the first page, as any program can. */
static inline struct str sign_note(struct arena *arena, struct str pdf, const char *note)
{
    struct sign_update update = sign_open(arena, pdf);
    long page = sign_number(pdf, "/Kids [ ");
    struct str text = sign_object_of(pdf, page);
    sign_begin(&update, page);
    out_printf(&update.out, " /Annots [ %ld 0 R ]%.*s>>\nendobj\n", update.size, STR_ARG(text));
    sign_begin(&update, update.size);
    out_printf(&update.out, " /Type /Annot /Rect [ 100 400 400 500 ] %s >>\nendobj\n", note);
    return sign_end(&update, update.size + 1);
}

/* The CMS message over these bytes, in DER. */
static inline struct str sign_message(struct arena *arena, struct str bytes, struct sign_how how)
{
    FILE *file = fopen(how.key ? how.key : SIGN_KEY, "re");
    must(file);
    EVP_PKEY *key = PEM_read_PrivateKey(file, NULL, NULL, NULL);
    X509 *certificate = PEM_read_X509(file, NULL, NULL, NULL);
    must(key && certificate && fclose(file) == 0);
    const unsigned flags =
        CMS_PARTIAL | CMS_BINARY | CMS_NOSMIMECAP | (how.holds_text ? 0U : (unsigned)CMS_DETACHED);
    const EVP_MD *digest = how.digest ? how.digest : EVP_sha256();
    BIO *data = BIO_new_mem_buf(bytes.p, (int)bytes.n);
    CMS_ContentInfo *cms = CMS_sign(NULL, NULL, NULL, NULL, flags);
    CMS_SignerInfo *signer = CMS_add1_signer(cms, certificate, key, digest, flags);
    must(!how.twice || CMS_add1_signer(cms, certificate, key, EVP_sha512(), flags | CMS_NOCERTS));
    ASN1_TIME *at = ASN1_TIME_new();
    must(data && signer && at && ASN1_TIME_set_string(at, SIGN_TIME));
    must(CMS_signed_add1_attr_by_NID(signer, NID_pkcs9_signingTime, V_ASN1_UTCTIME, at, -1));
    must(CMS_final(cms, data, NULL, flags & ~(unsigned)CMS_PARTIAL));
    unsigned char *message = NULL;
    int n = i2d_CMS_ContentInfo(cms, &message);
    must(n > 0);
    struct str ret = str_copy(arena, str_span(message, (size_t)n));
    OPENSSL_free(message);
    ASN1_TIME_free(at);
    CMS_ContentInfo_free(cms);
    BIO_free(data);
    X509_free(certificate);
    EVP_PKEY_free(key);
    return ret;
}

static inline struct str sign_pdf_so(struct arena *arena, struct str pdf, struct sign_how how)
{
    static const char gap[] = "0000000000 0000000000 0000000000 ]";
    struct sign_update update = sign_open(arena, pdf);
    struct str catalog = sign_object_of(pdf, update.root);
    long field = update.size;
    sign_begin(&update, update.root);
    out_printf(&update.out, " /AcroForm << /Fields [ %ld 0 R ] /SigFlags 3 >>%.*s>>\nendobj\n",
               field, STR_ARG(catalog));
    sign_begin(&update, field);
    out_printf(&update.out,
               " /Type /Annot /Subtype /Widget /FT /Sig /T (Signature) /F 132 /Rect [ %s ]"
               " /V %ld 0 R /AP << /N %ld 0 R >> >>\nendobj\n",
               how.area ? how.area : "0 0 0 0", field + 1, field + 2);
    sign_begin(&update, field + 2);
    out_lit(&update.out,
            " /Type /XObject /Subtype /Form /BBox [ 0 0 10 10 ] /Length 23 >>\nstream\n"
            "0.5 0 0 rg 0 0 9 9 re f\nendstream\nendobj\n");
    if (how.area) {
        long page = sign_number(pdf, "/Kids [ ");
        struct str text = sign_object_of(pdf, page);
        sign_begin(&update, page);
        out_printf(&update.out, " /Annots [ %ld 0 R ]%.*s>>\nendobj\n", field, STR_ARG(text));
    }
    sign_begin(&update, field + 1);
    out_lit(&update.out, " /Type /Sig /Filter /Adobe.PPKLite /SubFilter /adbe.pkcs7.detached"
                         " /ByteRange [ 0 ");
    size_t range = update.out.n;
    out_printf(&update.out, "%s /Contents ", gap);
    size_t message = update.out.n;
    out_printf(&update.out, "<%0*d>", 2 * SIGN_MESSAGE_BYTES, 0);
    size_t behind = update.out.n;
    out_lit(&update.out, " >>\nendobj\n");
    struct str file = sign_end(&update, field + 3);
    char *bytes = new(arena, char, file.n);
    memcpy(bytes, file.p, file.n);
    char numbers[sizeof gap + 32];
    int n = snprintf(numbers, sizeof numbers, "%010zu %010zu %010zu ]", message, behind,
                     file.n - behind);
    must(n == (int)sizeof gap - 1);
    memcpy(bytes + range, numbers, (size_t)n);
    struct out covered = out_open(arena, file.n);
    out_str_raw(&covered, str_span(bytes, message));
    out_str_raw(&covered, str_span(bytes + behind, file.n - behind));
    struct str said = sign_message(arena, out_str(&covered), how);
    must(said.n <= SIGN_MESSAGE_BYTES);
    struct out hex = out_open(arena, 2 * said.n + 1);
    out_hex(&hex, said.p, said.n);
    memcpy(bytes + message + 1, hex.p, hex.n);
    return str_span(bytes, file.n);
}

static inline struct str sign_pdf(struct arena *arena, struct str pdf)
{
    return sign_pdf_so(arena, pdf, (struct sign_how){ .area = NULL });
}

#endif
