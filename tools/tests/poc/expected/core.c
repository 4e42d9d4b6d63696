/* The core texts, made by poc. */
#include "text/core.h"

const char *const core_texts[] = {
    "%s hồ sơ",
    "Có lỗi",
    "Gửi",
    0
};
const size_t core_text_count = 3;
