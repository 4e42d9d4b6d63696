/* The door to libcrypto: whether a CMS message is a signature of these bytes, and whose. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include <openssl/cms.h>
#include <openssl/crypto.h>
#include <openssl/err.h>
#include <openssl/x509.h>
#include <string.h>
#include <time.h>

#include "base/must.h"
#include "studio/signed_private.h"

static CMS_SignerInfo *only_signer(CMS_ContentInfo *cms);
static enum signature_state verify(CMS_ContentInfo *cms, struct str bytes);
static bool is_strong(CMS_SignerInfo *signer);
static bool is_alteration(unsigned long error);
static void read_signer(CMS_ContentInfo *cms, CMS_SignerInfo *signer, struct signature *ret);
static void read_name(const X509_NAME *name, int part, char ret[SIGNATURE_NAME_BYTES]);
static int64_t time_of(CMS_SignerInfo *signer);

void signed_open(void)
{
    const uint64_t what = OPENSSL_INIT_NO_LOAD_CONFIG | OPENSSL_INIT_LOAD_CRYPTO_STRINGS |
                          OPENSSL_INIT_ADD_ALL_DIGESTS | OPENSSL_INIT_NO_ATEXIT;
    must(OPENSSL_init_crypto(what, NULL) == 1);
}

bool signed_check(struct arena *arena, struct str message, struct str before, struct str behind,
                  struct signature *ret)
{
    *ret = (struct signature){ .state = SIGNATURE_UNREAD };
    const unsigned char *from = (const unsigned char *)message.p;
    CMS_ContentInfo *cms = d2i_CMS_ContentInfo(NULL, &from, (long)message.n);
    bool is_timestamp = cms && OBJ_obj2nid(CMS_get0_type(cms)) == NID_pkcs7_signed &&
                        OBJ_obj2nid(CMS_get0_eContentType(cms)) == NID_id_smime_ct_TSTInfo;
    CMS_SignerInfo *signer = cms ? only_signer(cms) : NULL;
    /* One that holds what it signed says nothing of the file around it. */
    if (signer && !is_timestamp && CMS_is_detached(cms) == 1) {
        char *bytes = new(arena, char, before.n + behind.n);
        memcpy(bytes, before.p, before.n);
        memcpy(bytes + before.n, behind.p, behind.n);
        ret->state = verify(cms, str_span(bytes, before.n + behind.n));
        ret->state =
            ret->state == SIGNATURE_WHOLE && !is_strong(signer) ? SIGNATURE_UNREAD : ret->state;
        read_signer(cms, signer, ret);
    }
    CMS_ContentInfo_free(cms);
    ERR_clear_error();
    return !is_timestamp;
}

/* In a PDF there is one (ETSI EN 319 142-1). NULL: there is not. */
static CMS_SignerInfo *only_signer(CMS_ContentInfo *cms)
{
    if (OBJ_obj2nid(CMS_get0_type(cms)) != NID_pkcs7_signed) {
        return NULL;
    }
    STACK_OF(CMS_SignerInfo) *signers = CMS_get0_SignerInfos(cms);
    return sk_CMS_SignerInfo_num(signers) == 1 ? sk_CMS_SignerInfo_value(signers, 0) : NULL;
}

/* Not by a method with which another text can be made to fit. */
static bool is_strong(CMS_SignerInfo *signer)
{
    enum { SECURITY_BITS_MIN = 112 }; /* RSA of 2048 bits */
    EVP_PKEY *key = NULL;
    X509 *certificate = NULL;
    X509_ALGOR *digest = NULL;
    X509_ALGOR *method = NULL;
    CMS_SignerInfo_get0_algs(signer, &key, &certificate, &digest, &method);
    int by = digest ? OBJ_obj2nid(digest->algorithm) : NID_undef;
    const EVP_PKEY *public_key = certificate ? X509_get0_pubkey(certificate) : NULL;
    return (by == NID_sha256 || by == NID_sha384 || by == NID_sha512 || by == NID_sha3_256 ||
            by == NID_sha3_384 || by == NID_sha3_512) &&
           public_key && EVP_PKEY_get_security_bits(public_key) >= SECURITY_BITS_MIN;
}

/* Whether its certificate is to be trusted is not asked (signed.h). */
static enum signature_state verify(CMS_ContentInfo *cms, struct str bytes)
{
    BIO *data = BIO_new_mem_buf(bytes.p, (int)bytes.n);
    must(data);
    ERR_clear_error();
    bool is_whole = CMS_verify(cms, NULL, NULL, data, NULL,
                               CMS_BINARY | CMS_DETACHED | CMS_NO_SIGNER_CERT_VERIFY) == 1;
    bool is_altered = false;
    for (unsigned long error = ERR_get_error(); error; error = ERR_get_error()) {
        is_altered |= is_alteration(error);
    }
    BIO_free(data);
    return is_whole ? SIGNATURE_WHOLE : is_altered ? SIGNATURE_ALTERED : SIGNATURE_UNREAD;
}

/* Of the bytes, or of what was said about them. */
static bool is_alteration(unsigned long error)
{
    return ERR_GET_LIB(error) == ERR_LIB_CMS && ERR_GET_REASON(error) == CMS_R_VERIFICATION_FAILURE;
}

static void read_signer(CMS_ContentInfo *cms, CMS_SignerInfo *signer, struct signature *ret)
{
    STACK_OF(X509) *known = CMS_get1_certs(cms);
    for (int i = 0; i < sk_X509_num(known); i++) {
        X509 *certificate = sk_X509_value(known, i);
        if (CMS_SignerInfo_cert_cmp(signer, certificate) == 0) {
            read_name(X509_get_subject_name(certificate), NID_commonName, ret->name);
            read_name(X509_get_subject_name(certificate), NID_organizationName, ret->organ);
            read_name(X509_get_issuer_name(certificate), NID_commonName, ret->issuer);
        }
    }
    ret->at = time_of(signer);
    sk_X509_pop_free(known, X509_free);
}

/* Cut off between letters where there is more than fits, or the name itself has a '\0'. */
static void read_name(const X509_NAME *name, int part, char ret[SIGNATURE_NAME_BYTES])
{
    int at = X509_NAME_get_index_by_NID(name, part, -1);
    unsigned char *text = NULL;
    int n = at < 0 ? -1
                   : ASN1_STRING_to_UTF8(&text,
                                         X509_NAME_ENTRY_get_data(X509_NAME_get_entry(name, at)));
    if (n > 0) {
        size_t kept = strnlen((const char *)text, (size_t)n);
        if (kept >= SIGNATURE_NAME_BYTES) {
            kept = SIGNATURE_NAME_BYTES - 1;
            while (kept > 0 && (text[kept] & 0xc0) == 0x80) {
                kept--;
            }
        }
        memcpy(ret, text, kept);
        ret[kept] = '\0';
    }
    OPENSSL_free(text);
}

static int64_t time_of(CMS_SignerInfo *signer)
{
    const ASN1_TIME *said =
        CMS_signed_get0_data_by_OBJ(signer, OBJ_nid2obj(NID_pkcs9_signingTime), -3, V_ASN1_UTCTIME);
    if (!said) {
        said = CMS_signed_get0_data_by_OBJ(signer, OBJ_nid2obj(NID_pkcs9_signingTime), -3,
                                           V_ASN1_GENERALIZEDTIME);
    }
    int days;
    int seconds;
    ASN1_TIME *epoch = ASN1_TIME_set(NULL, 0);
    bool is_read = said && epoch && ASN1_TIME_diff(&days, &seconds, epoch, said) == 1;
    ASN1_TIME_free(epoch);
    return is_read && days >= 0 ? (int64_t)days * 86400 + seconds : 0;
}
