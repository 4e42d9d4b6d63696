// Small helps for those whose browser runs scripts. Every page is whole without this file.
// SPDX-License-Identifier: AGPL-3.0-or-later

import { guardForms } from "./forms.js";
import { keepDrafts } from "./draft.js";
import { workOffline } from "./offline.js";
import { fetchFonts } from "./fonts.js";
import { keepReports } from "./queue.js";
import { shrinkPhotos } from "./photo.js";
import { renewParts } from "./renew.js";
import { offerTools } from "./tools.js";
import { offerListening } from "./listen.js";
import { listenToKeys } from "./keys.js";
import { walkRows } from "./rows.js";

document.documentElement.classList.add("with-js");
guardForms();
keepDrafts();
shrinkPhotos();
renewParts();
offerTools();
offerListening();
listenToKeys();
walkRows();
keepReports();
workOffline();
fetchFonts();
