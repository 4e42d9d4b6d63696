/* The layout and its parts: choices in cookies, the way back, fields filled from a form. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "web/tests/fake.h"

#include <string.h>

#include "html/web.h"
#include "web/page.h"

static int setup(void **state)
{
    *state = worker_open(fake_server());
    return 0;
}

/* The whole reply to a GET, in the exchange's arena. */
static struct str get(struct worker *worker, struct exchange *exchange, const char *target,
                      const char *headers)
{
    return fake_serve(worker, exchange,
                      str_printf(exchange->arena, "GET %s HTTP/1.1\r\nHost: kheo.example\r\n%s\r\n",
                                 target, headers));
}

static void choices_of_looks_are_kept_or_ignored(void **state)
{
    static const struct {
        const char *target;
        const char *has; /* in the reply */
        const char *has_not;
    } cases[] = {
        { "/giao-dien?mau=toi", "mau=toi", "co=" },
        { "/giao-dien?co=150&mau=may", "co=150", "mau=toi" },
        { "/giao-dien?tieng=vi", "tieng=vi", "mau=" },
        { "/giao-dien?tieng=xx", "Location: ", "Set-Cookie" },
        { "/giao-dien?mau=%22%3E", "Location: ", "Set-Cookie" },
        { "/giao-dien?co=1250", "Location: ", "Set-Cookie" },
        { "/giao-dien", "Cỡ chữ", "Set-Cookie" },
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct exchange *exchange = exchange_open(((struct worker *)*state)->server);
        const struct str reply = get(*state, exchange, cases[i].target, "");
        assert_true(str_find(reply, str_of(cases[i].has)) < reply.n);
        assert_false(str_find(reply, str_of(cases[i].has_not)) < reply.n);
        exchange_close(exchange);
    }
}

static void the_way_back_stays_here(void **state)
{
    static const struct {
        const char *way;
        const char *place;
    } cases[] = {
        { "/t/HU-7K3Q-92MX", "/t/HU-7K3Q-92MX" },
        { "/", "/" },
        { "/tim/%25C3%25A1", "/tim/%C3%A1" },
        { "", "/giao-dien" },
        { "t", "/giao-dien" },
        { "//evil.example/", "/giao-dien" },
        { "/%5Cevil.example", "/giao-dien" },
        { "https://evil.example/", "/giao-dien" },
        { "/a%0D%0ASet-Cookie:x", "/giao-dien" },
        { "/a?b", "/giao-dien" },
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct exchange *exchange = exchange_open(((struct worker *)*state)->server);
        const char *target = str_z(
            exchange->arena, str_printf(exchange->arena, "/giao-dien?co=100&ve=%s", cases[i].way));
        const struct str reply = get(*state, exchange, target, "");
        const struct str place = str_printf(exchange->arena, "Location: %s\r\n", cases[i].place);
        assert_true(str_find(reply, place) < reply.n);
        exchange_close(exchange);
    }
}

static void cookies_choose_only_what_is_offered(void **state)
{
    static const struct {
        const char *cookie;
        const char *html;
    } cases[] = {
        { "", "class=\"\"" },
        { "Cookie: mau=toi; co=125\r\n", "class=\"theme-dark text-125\"" },
        { "Cookie: mau=sang\r\n", "class=\"theme-light\"" },
        { "Cookie: co=150; phim=tat\r\n", "class=\"text-150 keys-off\"" },
        { "Cookie: chu=rieng\r\n", "class=\"own-fonts\"" },
        { "Cookie: mau=toi\"><script>; co=900\r\n", "class=\"\"" },
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct exchange *exchange = exchange_open(((struct worker *)*state)->server);
        const struct str reply = get(*state, exchange, "/giao-dien", cases[i].cookie);
        assert_true(str_find(reply, str_of(cases[i].html)) < reply.n);
        exchange_close(exchange);
    }
}

/* A visit of a form in which the text was too long and the secret was typed. */
static struct visit *typed_visit(struct exchange *exchange)
{
    static const struct form_param params[] = {
        { STR_INIT("text"), STR_INIT("<b>Đường\"") },
        { STR_INIT("secret"), STR_INIT("bí mật") },
    };
    struct visit *v = new (exchange->arena, struct visit, 1);
    *v = (struct visit){ .arena = exchange->arena,
                         .server = exchange->server,
                         .form = { .params = params, .param_count = COUNT(params) } };
    visit_problem(v, "text", "Dài quá.");
    return v;
}

static void a_field_shows_what_was_typed_and_what_is_wrong(void **state)
{
    struct exchange *exchange = exchange_open(((struct worker *)*state)->server);
    struct visit *v = typed_visit(exchange);
    const struct field_view text = page_field(v, INPUT_LINE, &note_record, "text");
    assert_true(str_equal(text.problem, STR("Dài quá.")));
    assert_false(text.is_optional);
    assert_int_equal(text.chars_max, 20);
    struct out out = out_open(v->arena, 4096);
    web_field_html(&out, &text);
    const struct str html = out_str(&out);
    assert_true(str_find(html, STR("value=\"&lt;b&gt;Đường&quot;\"")) < html.n);
    assert_true(str_find(html, STR("aria-describedby=\"text-loi\"")) < html.n);
    assert_true(str_find(html, STR("id=\"text-loi\"")) < html.n);
    exchange_close(exchange);
}

static void a_secret_is_never_given_back(void **state)
{
    struct exchange *exchange = exchange_open(((struct worker *)*state)->server);
    const struct field_view secret =
        page_field(typed_visit(exchange), INPUT_PASSWORD, &note_record, "secret");
    assert_true(str_is_empty(secret.value));
    assert_true(secret.is_optional);
    exchange_close(exchange);
}

static void choices_have_ids_of_their_own(void **state)
{
    struct exchange *exchange = exchange_open(((struct worker *)*state)->server);
    struct visit *v = typed_visit(exchange);
    struct choice choices[] = { { .value = STR("a") }, { .value = STR("b") } };
    struct field_view field = { .kind = INPUT_RADIOS, .name = "way", .value = STR("b") };
    page_choices(v, &field, choices, COUNT(choices));
    assert_true(str_equal(choices[0].id, STR("way")));
    assert_true(str_equal(choices[1].id, STR("way-2")));
    assert_false(choices[0].is_chosen);
    assert_true(choices[1].is_chosen);
    field.id = "other";
    page_choices(v, &field, choices, COUNT(choices));
    assert_true(str_equal(choices[1].id, STR("other-2")));
    exchange_close(exchange);
}

static void choices_stand_under_their_headings(void **state)
{
    struct exchange *exchange = exchange_open(((struct worker *)*state)->server);
    struct visit *v = typed_visit(exchange);
    struct choice choices[] = { { .value = STR("a"), .label = STR("A"), .group = STR("Một & hai") },
                                { .value = STR("b"), .label = STR("B"), .group = STR("Một & hai") },
                                { .value = STR("c"), .label = STR("C") },
                                { .value = STR("d"), .label = STR("D"), .group = STR("Ba") } };
    struct field_view field = { .kind = INPUT_SELECT, .name = "way", .label = "Cách" };
    page_choices(v, &field, choices, COUNT(choices));
    struct out out = out_open(v->arena, 4096);
    web_field_html(&out, &field);
    const struct str want = STR("<optgroup label=\"Một &amp; hai\"><option value=\"a\">A</option>\n"
                                "<option value=\"b\">B</option></optgroup>\n"
                                "<option value=\"c\">C</option>\n"
                                "<optgroup label=\"Ba\"><option value=\"d\">D</option></optgroup>\n"
                                "</select>");
    assert_true(str_find(out_str(&out), want) < out.n);
    exchange_close(exchange);
}

static int made_count;

static const void *make_word(struct visit *v)
{
    made_count++;
    return str_copy(v->arena, STR("word")).p;
}

static const void *make_too_much(struct visit *v)
{
    made_count++;
    return memset(arena_alloc(v->arena, 1, 2 * KEPT_ARENA_BYTES), 1, 2 * KEPT_ARENA_BYTES);
}

/* Made once after each commit; what failed or is too much serves the one who asked. */
static void rows_are_kept_until_the_next_commit(void **state)
{
    struct exchange *exchange = exchange_open(((struct worker *)*state)->server);
    struct snap snap = { .conn.arena = exchange->arena };
    struct visit v = { .worker = *state, .arena = exchange->arena, .snap = &snap, .version = 1 };
    const void *first = visit_kept(&v, make_word);
    assert_string_equal(first, "word");
    assert_ptr_equal(visit_kept(&v, make_word), first);
    assert_int_equal(made_count, 1);
    v.version = 2;
    assert_string_equal(visit_kept(&v, make_word), "word");
    assert_int_equal(made_count, 2);
    for (int i = 0; i < 2; i++) {
        assert_int_equal(*(const char *)visit_kept(&v, make_too_much), 1);
        assert_ptr_equal(v.arena, exchange->arena);
        assert_ptr_equal(snap.conn.arena, exchange->arena);
    }
    assert_int_equal(made_count, 6);
    v.version = 3;
    snap.conn.failed = STATUS_TIMEOUT;
    (void)visit_kept(&v, make_word);
    (void)visit_kept(&v, make_word);
    assert_int_equal(made_count, 8);
    exchange_close(exchange);
}

static void an_officer_can_be_rung(void **state)
{
    static const struct {
        const char *phone;
        const char *shown;
        const char *dialled;
    } cases[] = {
        { "0234.3822222", "0234 382 2222", "02343822222" },
        { "+84 912 345 678", "0912 345 678", "0912345678" },
        { "máy lẻ 12", "máy lẻ 12", "" },
        { "", "", "" },
    };
    struct exchange *exchange = exchange_open(((struct worker *)*state)->server);
    struct visit v = { .arena = exchange->arena };
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct officer_view officer =
            page_officer(&v, STR("Lê Minh"), STR_NONE, STR_NONE, str_of(cases[i].phone));
        assert_true(str_equal(officer.phone, str_of(cases[i].shown)));
        assert_true(str_equal(officer.phone_digits, str_of(cases[i].dialled)));
    }
    exchange_close(exchange);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup(choices_of_looks_are_kept_or_ignored, setup),
        cmocka_unit_test_setup(the_way_back_stays_here, setup),
        cmocka_unit_test_setup(cookies_choose_only_what_is_offered, setup),
        cmocka_unit_test_setup(a_field_shows_what_was_typed_and_what_is_wrong, setup),
        cmocka_unit_test_setup(a_secret_is_never_given_back, setup),
        cmocka_unit_test_setup(choices_have_ids_of_their_own, setup),
        cmocka_unit_test_setup(choices_stand_under_their_headings, setup),
        cmocka_unit_test_setup(an_officer_can_be_rung, setup),
        cmocka_unit_test_setup(rows_are_kept_until_the_next_commit, setup),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
