/* Routes: at most one row answers, addresses lead back to their row, odd paths are refused. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "web/tests/fake.h"

static const struct route rows[] = {
    { GET, "/x/new", NULL, show_home, "" },
    { GET, "/x/:a", NULL, show_home, "", .faces = 1 << FACE_HTML | 1 << FACE_CSV },
    { POST, "/x/:a", NULL, show_home, "" },
    { GET, "/x/:a/edit", NULL, show_home, "" },
    { GET, "/x/:a/:b/:c/:d", NULL, show_home, "" },
    { GET, "/:lang/about", NULL, show_home, "" },
    { GET, "/tile/*rest", NULL, show_home, "" },
    { GET, "/x", NULL, show_home, "", .faces = 1 << FACE_HTML | 1 << FACE_ATOM },
    { GET, "/Q/:a", NULL, show_home, "", .flags = ROUTE_ANY_CASE },
};
static const struct module rows_module = { .name = "rows", MODULE_ROWS(routes, rows) };
static const struct module *const rows_modules[] = { &rows_module, NULL };

static void paths_find_their_row(void **state)
{
    static const struct {
        enum method method;
        const char *path;
        const char *row;    /* NULL: none */
        const char *params; /* joined by | */
        enum face face;
    } cases[] = {
        { GET, "/x/new", "/x/new", "", FACE_HTML },
        { GET, "/x/newer", "/x/:a", "newer", FACE_HTML },
        { GET, "/x/n.csv", "/x/:a", "n", FACE_CSV },
        { GET, "/x/n.json", "/x/:a", "n.json", FACE_HTML },
        { GET, "/x/.csv", "/x/:a", ".csv", FACE_HTML },
        { POST, "/x/new", "/x/:a", "new", FACE_HTML },
        { GET, "/x/new/edit", "/x/:a/edit", "new", FACE_HTML },
        { GET, "/x/about", "/x/:a", "about", FACE_HTML },
        { GET, "/y/about", "/:lang/about", "y", FACE_HTML },
        { GET, "/x/%C4%90%20a/edit", "/x/:a/edit", "Đ a", FACE_HTML },
        { GET, "/x/1/2/3/4", "/x/:a/:b/:c/:d", "1|2|3|4", FACE_HTML },
        { GET, "/tile/0/x001/067.p/8", "/tile/*rest", "0/x001/067.p/8", FACE_HTML },
        { GET, "/tile/a", "/tile/*rest", "a", FACE_HTML },
        { GET, "/tile", NULL, "", FACE_HTML },
        { GET, "/x.atom", "/x", "", FACE_ATOM },
        { GET, "/x.csv", NULL, "", FACE_HTML },
        { GET, "/q/a", "/Q/:a", "a", FACE_HTML },
        { GET, "/Q/A", "/Q/:a", "A", FACE_HTML },
        { GET, "/X/new", NULL, "", FACE_HTML },
        { GET, "/x/", NULL, "", FACE_HTML },
        { DELETE, "/x/new", NULL, "", FACE_HTML },
        { GET, "/robots.txt", "/robots.txt", "", FACE_TEXT },
        { GET, "/openapi.json", "/openapi.json", "", FACE_JSON },
        { GET, "/healthz.txt", "/healthz", "", FACE_TEXT },
    };
    struct arena *arena = *state;
    struct router *router = router_make(arena, rows_modules);
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct route_match match =
            router_match(router, arena, cases[i].method, str_of(cases[i].path));
        const char *row = match.route ? match.route->path : NULL;
        struct out params = out_open(arena, 1000);
        for (size_t p = 0; p < VISIT_PARAMS_MAX && match.params[p].p; p++) {
            out_printf(&params, "%s%.*s", p ? "|" : "", STR_ARG(match.params[p]));
        }
        if (!str_equal(str_of(row), str_of(cases[i].row)) ||
            !str_equal(out_str(&params), str_of(cases[i].params)) ||
            (row && match.face != cases[i].face) || match.is_malformed) {
            fail_msg("%s: %s, %.*s, %d", cases[i].path, row ? row : "-", STR_ARG(out_str(&params)),
                     match.face);
        }
    }
}

static void odd_paths_are_malformed(void **state)
{
    static const char *const paths[] = {
        "",
        "x",
        "//x",
        "/x//y",
        "/.",
        "/..",
        "/x/../y",
        "/x/%2e%2E",
        "/x/%2f",
        "/x/a%5Cb",
        "/x/%",
        "/x/%1",
        "/x/%zz",
        "/x/%00",
        "/x/%0a",
        "/x/%ff",
        "/x/%c0%af",
        "/x/%E2%80%AE",
        "/1/2/3/4/5/6/7/8/9/10/11/12/13",
    };
    struct arena *arena = *state;
    struct router *router = router_make(arena, rows_modules);
    for (size_t i = 0; i < COUNT(paths); i++) {
        struct route_match match = router_match(router, arena, GET, str_of(paths[i]));
        if (!match.is_malformed || match.route) {
            fail_msg("%s was taken", paths[i]);
        }
    }
}

static void known_paths_say_their_methods(void **state)
{
    struct arena *arena = *state;
    struct router *router = router_make(arena, rows_modules);
    struct route_match match = router_match(router, arena, DELETE, STR("/x/new"));
    assert_true(match.path_known && !match.route);
    assert_int_equal(match.methods_allowed, 1U << GET | 1U << POST);
    assert_false(router_match(router, arena, GET, STR("/z")).path_known);
}

static void addresses_lead_back(void **state)
{
    struct arena *arena = *state;
    struct server server = { .router = router_make(arena, rows_modules) };
    struct visit v = { .arena = arena, .server = &server };
    struct str odd = STR("a b/ữ%2e?#&\"<");
    struct local_url url = route_url(&v, "/x/:a/edit", STR("x y"));
    assert_true(str_equal(url.url, STR("/x/x%20y/edit")));
    struct local_url four = route_url(&v, "/x/:a/:b/:c/:d", STR("1"), STR("2"), STR("3"), STR("4"));
    assert_true(str_equal(four.url, STR("/x/1/2/3/4")));
    url = route_url(&v, "/tile/*rest", STR("0/x 1/2"));
    assert_true(str_equal(url.url, STR("/tile/0/x%201/2")));
    url = route_url(&v, "/Q/:a", odd);
    for (size_t i = 0; i < url.url.n; i++) {
        assert_true(url.url.p[i] > ' ' && url.url.p[i] < 0x7f && url.url.p[i] != '"');
    }
}

static void faces_follow_accept(void **state)
{
    static const struct {
        const char *accept;
        enum face face;
    } cases[] = {
        { NULL, FACE_HTML },
        { "*/*", FACE_HTML },
        { "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", FACE_HTML },
        { "application/json", FACE_JSON },
        { "text/html;q=0.5, application/json", FACE_JSON },
        { "text/html, application/json;q=0.9", FACE_HTML },
        { "application/json;q=0", FACE_HTML },
        { "application/json;q=0.001", FACE_JSON },
        { "text/csv", FACE_HTML },
        { ";;q=,,=", FACE_HTML },
    };
    static const struct route row = { .faces = 1 << FACE_HTML | 1 << FACE_JSON };
    struct route_match match = { .route = &row, .face = FACE_HTML };
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        assert_int_equal(face_choose(&match, str_of(cases[i].accept)), cases[i].face);
    }
    match = (struct route_match){ .route = &row, .face = FACE_JSON, .has_suffix = true };
    assert_int_equal(face_choose(&match, STR("text/html")), FACE_JSON);
}

static void spreadsheets_get_no_formulas(void **state)
{
    struct out out = out_open(*state, 1000);
    struct csv csv = csv_open(&out);
    struct note note = { .text = STR("=1+1"),
                         .secret = STR("s"),
                         .count = 5,
                         .urgent = true,
                         .day = day_of(2026, 3, 13) };
    csv_head(&csv, tongues[0], &note_record);
    csv_record(&csv, &note_record, &note);
    csv_text(&csv, STR("a\"b\n"));
    csv_text(&csv, STR("-x"));
    csv_text(&csv, STR_NONE);
    csv_end_row(&csv);
    assert_true(str_equal(out_str(&out),
                          STR("\xEF\xBB\xBF\"Nội dung\",\"Số người\",\"urgent\",\"Ngày\",\"at\"\r\n"
                              "\"'=1+1\",5,1,2026-03-13,\r\n"
                              "\"a\"\"b\n\",\"'-x\",\"\"\r\n")));
}

static int setup(void **state)
{
    *state = arena_create(REQUEST_ARENA_BYTES);
    return *state ? 0 : 1;
}

static int teardown(void **state)
{
    arena_destroy(*state);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(paths_find_their_row),
        cmocka_unit_test(odd_paths_are_malformed),
        cmocka_unit_test(known_paths_say_their_methods),
        cmocka_unit_test(addresses_lead_back),
        cmocka_unit_test(faces_follow_accept),
        cmocka_unit_test(spreadsheets_get_no_formulas),
    };
    return cmocka_run_group_tests(tests, setup, teardown);
}
