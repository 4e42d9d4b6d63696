/* Writing a receipt as JSON and as the bytes of a QR code. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "ledger/receipt_forms.h"

#include "base/json.h"
#include "base/must.h"

enum { FORMAT = 1 };

static void write_opened_field(struct json *json, const struct opened_field *field);
static void write_number(struct out *out, uint64_t number, unsigned bytes);

void receipt_write_json(struct out *out, struct str text, const struct receipt_content *content,
                        const struct opening *opening)
{
    const struct leaf *leaf = &content->leaf;
    struct hash hash = leaf_hash(content->receipt.leaf);
    struct json json = json_open(out);
    json_object(&json, NULL);
    json_int(&json, "v", FORMAT);
    json_text(&json, "origin", content->checkpoint.origin);
    json_int(&json, "index", content->receipt.index);
    json_text(&json, "leaf", content->receipt.leaf);
    json_bytes(&json, "leaf_hash", (struct bytes){ hash.b, HASH_BYTES });
    json_text(&json, "object", str_span(leaf->object, OBJECT_ID_CHARS));
    json_list(&json, "opening");
    for (size_t i = 0; opening && i < opening->count; i++) {
        write_opened_field(&json, &opening->fields[i]);
    }
    json_end(&json);
    json_text(&json, "proof", text);
    json_end(&json);
}

void receipt_write_qr(struct out *out, const struct receipt_content *content)
{
    const struct receipt *receipt = &content->receipt;
    out_lit(out, "KN1");
    write_number(out, FORMAT, 4);
    write_number(out, (uint64_t)receipt->index, 8);
    write_number(out, (uint64_t)content->checkpoint.size, 8);
    write_number(out, receipt->leaf.n, 2);
    out_str_raw(out, receipt->leaf);
    write_number(out, receipt->proof_count, 1);
    for (size_t i = 0; i < receipt->proof_count; i++) {
        out_str_raw(out, hash_str(&receipt->proof[i]));
    }
    for (size_t i = 0; i < content->note.count; i++) {
        uint8_t bytes[NOTE_SIGNATURE_BYTES_MAX];
        size_t n;
        must(base64_decode(content->note.signatures[i].base64, bytes, sizeof(bytes), &n));
        out_bytes(out, bytes, n);
    }
}

/* What is no text cannot stand in a JSON string: it is given in base64 under another name. */
static void write_opened_field(struct json *json, const struct opened_field *field)
{
    json_object(json, NULL);
    json_text(json, "name", field->name);
    if (field->state == OPENED_HIDDEN) {
        json_bytes(json, "hash", (struct bytes){ field->hash.b, HASH_BYTES });
    } else {
        if (str_is_utf8(field->value)) {
            json_text(json, "value", field->value);
        } else {
            json_bytes(json, "value_base64", (struct bytes){ field->value.p, field->value.n });
        }
        json_bytes(json, "key", (struct bytes){ field->key, FIELD_KEY_BYTES });
    }
    json_end(json);
}

/* High byte first. */
static void write_number(struct out *out, uint64_t number, unsigned bytes)
{
    for (unsigned i = bytes; i-- > 0;) {
        out_char(out, (char)(number >> 8 * i));
    }
}
