/* The languages of the pages, made by poc. */
#include "text/tongue.h"

static const struct tongue tongue_vi = { "vi", "Tiếng Việt", NULL, 0, 0 };

static const struct phrase phrases_0[] = {
    { "%s hồ sơ", "%s case", "%s cases" },
    { "Còn %s ngày, hạn %s", "%s days left, due %s", NULL },
    { "Không có dòng trống ở trên", "No \"empty\" line\tabove\\\n", NULL },
    { "Quay lại", "Back", NULL },
    { "Ánh sáng \?\?/ 100% sạch", "Light\?\?/ 100% clean", NULL },
};
static const struct tongue tongue_0 = { "en", "English", phrases_0, 5, 0 };

static const struct phrase phrases_1[] = {
    { "%s hồ sơ", "ឯកសារ %s", NULL },
};
static const struct tongue tongue_1 = { "km", "ខ្មែរ", phrases_1, 1, 0 };

const struct tongue *const tongues[] = { &tongue_vi, &tongue_0, &tongue_1, NULL };
