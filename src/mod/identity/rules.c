/* Rules of names, passwords, throttling and sessions. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "mod/identity/rules.h"

#include "mod/identity/common_passwords.h"
#include "text/fold.h"
#include "text/tongue.h"

enum {
    FREE_FAILURES = 4,
    FIRST_DELAY_S = 30,
    LONGEST_DELAY_S = 3600,
    DISTINCT_SIGNS_MIN = 5,
    /* A word shorter than this between digits carries no weight: "1990abc2000". */
    STEM_CHARS_MIN = 4,
};

static bool is_sign_in_sign(char c);
static bool is_common(struct str stem);
static struct str stem_of(struct str folded);
static size_t distinct_bytes(struct str text);

struct verdict sign_in_rule(struct str sign_in)
{
    bool is_good = sign_in.n >= 2 && sign_in.n <= SIGN_IN_CHARS_MAX;
    for (size_t i = 0; is_good && i < sign_in.n; i++) {
        is_good = is_sign_in_sign(sign_in.p[i]);
    }
    return is_good ? VERDICT_OK
                   : invalid("sign_in", N_("Tên đăng nhập gồm 2 đến 40 chữ thường không dấu, chữ "
                                           "số, dấu chấm, gạch nối, gạch dưới hoặc @."));
}

struct verdict power_rule(const char *field, struct str power)
{
    bool is_good = power.n >= 2 && power.n <= POWER_CHARS_MAX;
    size_t dots = 0;
    for (size_t i = 0; is_good && i < power.n; i++) {
        char c = power.p[i];
        dots += c == '.';
        is_good = (c >= 'a' && c <= 'z') || c == '_' || (c == '.' && i > 0 && i + 1 < power.n);
    }
    return is_good && dots <= 1 ? VERDICT_OK
                                : verdict_about(invalid(field, N_("Không có quyền “%s”.")), power);
}

struct verdict person_rule(struct str sign_in, struct str name)
{
    if (str_is_empty(name) || str_chars(name) > PERSON_NAME_CHARS_MAX) {
        return invalid("name", N_("Hãy ghi họ và tên, không quá 100 chữ."));
    }
    return sign_in_rule(sign_in);
}

struct verdict post_rule(struct str title, struct day from, struct day until)
{
    if (str_is_empty(title) || str_chars(title) > POST_TITLE_CHARS_MAX) {
        return invalid("title", N_("Hãy ghi chức vụ, không quá 100 chữ."));
    }
    if (day_is_none(from)) {
        return invalid("from", N_("Hãy ghi ngày bắt đầu giữ chức vụ."));
    }
    if (!day_is_none(until) && day_compare(until, from) < 0) {
        return invalid("until", N_("Ngày kết thúc đứng trước ngày bắt đầu."));
    }
    return VERDICT_OK;
}

struct verdict password_rule(struct arena *arena, struct str password, struct str sign_in)
{
    size_t chars = str_chars(password);
    if (chars < PASSWORD_CHARS_MIN) {
        return invalid("password", N_("Mật khẩu cần ít nhất 10 ký tự. Một câu ngắn dễ nhớ là tốt "
                                      "nhất."));
    }
    if (chars > PASSWORD_CHARS_MAX) {
        return invalid("password", N_("Mật khẩu dài quá 128 ký tự."));
    }
    struct str folded = text_fold(arena, password);
    if (distinct_bytes(folded) < DISTINCT_SIGNS_MIN) {
        return invalid("password", N_("Mật khẩu lặp lại quá ít ký tự."));
    }
    if (sign_in.n >= STEM_CHARS_MIN && str_find(folded, text_fold(arena, sign_in)) < folded.n) {
        return invalid("password", N_("Mật khẩu không được chứa tên đăng nhập."));
    }
    struct str stem = stem_of(folded);
    if (stem.n < STEM_CHARS_MIN || is_common(stem)) {
        return invalid("password", N_("Mật khẩu này nhiều người dùng nên dễ đoán. Hãy chọn một "
                                      "câu của riêng mình."));
    }
    return VERDICT_OK;
}

struct instant sign_in_open_at(int64_t failures, struct instant last)
{
    if (failures <= FREE_FAILURES) {
        return (struct instant){ 0 };
    }
    int64_t delay_s = FIRST_DELAY_S;
    for (int64_t i = FREE_FAILURES + 1; i < failures && delay_s < LONGEST_DELAY_S; i++) {
        delay_s *= 2;
    }
    return (struct instant){ last.s + (delay_s < LONGEST_DELAY_S ? delay_s : LONGEST_DELAY_S) };
}

int64_t sign_in_failures_after(int64_t failures, struct instant last, struct instant now)
{
    return now.s - last.s > FAILURE_LIFE_S ? 1 : failures + 1;
}

bool session_is_alive(struct session_times times, struct instant now)
{
    if (times.is_half) {
        return now.s - times.created.s < HALF_SESSION_LIFE_S;
    }
    return now.s - times.created.s < SESSION_LIFE_S &&
           now.s - times.seen.s < SESSION_IDLE_S + SESSION_SEEN_S;
}

bool factor_is_fresh(struct instant factor_at, struct instant now)
{
    return factor_at.s != 0 && now.s - factor_at.s < FACTOR_FRESH_S;
}

struct str browser_label(struct arena *arena, struct str user_agent)
{
    /* The first that matches: most browsers also name those that they descend from. */
    static const struct {
        const char *sign;
        const char *name;
    } browsers[] = {
        { "Edg", "Edge" },         { "coc_coc", "Cốc Cốc" },      { "OPR/", "Opera" },
        { "Zalo", "Zalo" },        { "SamsungBrowser", "Samsung" }, { "Firefox/", "Firefox" },
        { "Chrome/", "Chrome" },   { "Safari/", "Safari" },       { "curl/", "curl" },
    }, systems[] = {
        { "Android", "Android" },  { "iPhone", "iPhone" },        { "iPad", "iPad" },
        { "Windows", "Windows" },  { "Mac OS X", "macOS" },       { "Linux", "Linux" },
    };
    const char *browser = N_("Trình duyệt khác");
    for (size_t i = COUNT(browsers); i-- > 0;) {
        bool is_it = str_find(user_agent, str_of(browsers[i].sign)) < user_agent.n;
        browser = is_it ? browsers[i].name : browser;
    }
    const char *system = NULL;
    for (size_t i = COUNT(systems); i-- > 0;) {
        bool is_it = str_find(user_agent, str_of(systems[i].sign)) < user_agent.n;
        system = is_it ? systems[i].name : system;
    }
    return system ? str_printf(arena, "%s, %s", browser, system) : str_of(browser);
}

static bool is_sign_in_sign(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '-' || c == '_' ||
           c == '@';
}

/* Folded text without what people put around a word: digits and spaces at its ends. */
static struct str stem_of(struct str folded)
{
    size_t from = 0;
    size_t to = folded.n;
    while (from < to &&
           (folded.p[from] == ' ' || (folded.p[from] >= '0' && folded.p[from] <= '9'))) {
        from++;
    }
    while (to > from &&
           (folded.p[to - 1] == ' ' || (folded.p[to - 1] >= '0' && folded.p[to - 1] <= '9'))) {
        to--;
    }
    return str_slice(folded, from, to);
}

/* Spaces do not count: "mat khau" is "matkhau". */
static bool is_common(struct str stem)
{
    for (size_t i = 0; i < COMMON_PASSWORD_COUNT; i++) {
        const char *word = COMMON_PASSWORDS[i];
        size_t at = 0;
        while (at < stem.n && (*word == stem.p[at] || stem.p[at] == ' ')) {
            word += *word == stem.p[at] && stem.p[at] != ' ';
            at++;
        }
        if (at == stem.n && *word == '\0') {
            return true;
        }
    }
    return false;
}

static size_t distinct_bytes(struct str text)
{
    bool seen[256] = { false };
    size_t distinct = 0;
    for (size_t i = 0; i < text.n; i++) {
        unsigned char byte = (unsigned char)text.p[i];
        distinct += !seen[byte];
        seen[byte] = true;
    }
    return distinct;
}
