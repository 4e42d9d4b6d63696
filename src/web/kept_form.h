/* A form that could not be taken for now: kept in the answer, and offered again. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef WEB_KEPT_FORM_H
#define WEB_KEPT_FORM_H

#include "web/page.h"

/* The server keeps nothing: what was sent goes back as hidden fields, and is sent again by a click
 * after all that people typed was shown; secrets they type again. The page of a refusal that will
 * pass (problem.h) holds it itself; the pages of signing in hand it on under a seal of this server.
 * So nobody else can put words there: a form of another site is not kept, nor one of an old browser
 * that does not say where a form comes from, and no address can carry one. Of a route that does not
 * say what it takes, or that is sealed, nothing is kept, for what is a secret is then not known;
 * secrets and files never are. */
struct kept_form {
    struct local_url to; /* absent: nothing is kept */
    const struct form_param *params;
    size_t count;
    struct str seal; /* kept_seal(); absent: the form goes no further than this page */
    const struct field_view *secrets; /* those that were typed: empty, to be typed again */
    size_t secret_count;
    bool had_files;            /* they are gone, and so it is shown, and not to be sent as it is */
    struct summary_view shown; /* where it goes, and what people typed, under its labels */
};

/* What this visit has sent, when it may be kept. */
struct kept_form kept_of_sent(struct visit *v);
/* Under the seal with which it may travel through other pages; nothing, where there is no room. */
struct kept_form kept_seal(struct visit *v, struct kept_form kept);
/* What a page of signing in sent along, when its seal fits: it holds until the end of tomorrow. */
struct kept_form kept_along(struct visit *v);

#endif
