/* What a browser needs to install the pages and to show some of them where there is no network. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef WEB_OFFLINE_H
#define WEB_OFFLINE_H

#include "web/visit.h"

/* The service worker (ui/js/sw.js) asks the network first for every page, and keeps a copy only of
 * an answer with this header. So what may lie in a stranger's telephone is decided here and not in
 * the script. */
#define KEEP_HEADER "Kheo-Keep"

/* True for a page that is the same for everybody (ROUTE_SHARED) or kept beforehand (ROUTE_KEPT),
 * asked for without a question of one's own behind the path, by somebody who is not signed in.
 * Never what is secret or sealed, however its row is marked. */
bool offline_may_keep(const struct visit *v);

/* The worker's script at the root, so that it stands before all pages. In front of its own code it
 * is told the tag of this program's files, their addresses, and the pages of ROUTE_KEPT, from the
 * table of routes: with a new program its bytes are new, and the browser replaces it. NOT_FOUND in
 * a program without assets. */
visit_fn offline_worker;
/* The web app manifest: name, icons, where an installed program begins. */
visit_fn offline_manifest;
/* What is shown in place of a page that is neither reachable nor kept. */
visit_fn offline_page;

#endif
