/* The languages of the pages, made by poc. */
#include "text/tongue.h"

static const struct tongue tongue_vi = { "vi", "Tiếng Việt", NULL, 0, 0 };

const struct tongue *const tongues[] = { &tongue_vi, NULL };
