/* Forms: three encodings, what is refused, and fields read by their descriptors. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "web/tests/fake.h"

static struct arena *arena;

static int setup(void **state)
{
    (void)state;
    arena = arena_create(REQUEST_ARENA_BYTES);
    return arena ? 0 : 1;
}

static int teardown(void **state)
{
    (void)state;
    arena_destroy(arena);
    return 0;
}

/* "a=1|b=x y" of what was parsed, or the status in capitals. */
static struct str parsed(const char *type, struct str body)
{
    struct form form = { 0 };
    struct str why = STR_NONE;
    enum status status = form_parse(arena, str_of(type), body, &form, &why);
    struct out out = out_open(arena, 1 << 20);
    if (status) {
        assert_true(why.n > 0 && str_is_utf8(why));
        out_printf(&out, "%s", status_name(status));
        return out_str(&out);
    }
    for (size_t i = 0; i < form.param_count; i++) {
        out_printf(&out, "%s%.*s=%.*s", i ? "|" : "", STR_ARG(form.params[i].name),
                   STR_ARG(form.params[i].value));
    }
    for (size_t i = 0; i < form.file_count; i++) {
        out_printf(&out, "|%.*s(%.*s)=%.*s", STR_ARG(form.files[i].field),
                   STR_ARG(form.files[i].name), STR_ARG(form.files[i].bytes));
    }
    if (form.files_left_out > 0) {
        out_printf(&out, "+%zu", form.files_left_out);
    }
    return out_str(&out);
}

struct parse_case {
    const char *body;
    const char *expected;
};

static void check_cases(const char *type, const struct parse_case *cases, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        struct str result = parsed(type, str_of(cases[i].body));
        if (!str_equal(result, str_of(cases[i].expected))) {
            fail_msg("%s: %.*s", cases[i].body, STR_ARG(result));
        }
    }
}

static void urlencoded(void **state)
{
    static const struct parse_case cases[] = {
        { "", "" },
        { "a=1&b=2", "a=1|b=2" },
        { "a=1&&b", "a=1|b=" },
        { "a=x+y%2B%26%3d", "a=x y+&=" },
        { "a=%C4%90%E1%BA%B7ng", "a=Đặng" },
        { "a=o%CC%81", "a=ó" }, /* NFD comes out as NFC */
        { "a=1%0D%0A2%0D3", "a=1\n2\n3" },
        { "a=%2541", "a=%41" },     /* decoded once */
        { "a=%c0%ae", "a=��" },     /* overlong */
        { "a=%ed%a0%80", "a=���" }, /* a surrogate */
        { "a=x%00y%1b", "a=x�y�" },
        { "a=%E2%80%AEtxt", "a=�txt" }, /* turns the text around */
        { "a=%", "bad-request" },
        { "a=%4", "bad-request" },
        { "a=%gg", "bad-request" },
        { "a=1&a=2", "bad-request" },
        { "a=1&%61=2", "bad-request" },
        { "=1", "bad-request" },
        { "a b=1", "bad-request" },
        { "%C4%90=1", "bad-request" },
    };
    (void)state;
    check_cases("application/x-www-form-urlencoded", cases, COUNT(cases));
}

static void json(void **state)
{
    static const struct parse_case cases[] = {
        { "{}", "" },
        { " { \"a\" : \"x\" , \"b\" : 1 } ", "a=x|b=1" },
        { "{\"a\":107.5905,\"b\":-0.5e+3,\"c\":0}", "a=107.5905|b=-0.5e+3|c=0" },
        { "{\"a\":true,\"b\":false,\"c\":null}", "a=true|b=false|c=" },
        { "{\"a\":\"\\u0110\\u1eb7ng \\\"\\\\\\/\\n\\t\"}", "a=Đặng \"\\/\n\t" },
        { "{\"a\":\"\\ud83d\\ude00\"}", "a=😀" },
        { "{\"a\":\"\\ud83d\"}", "a=�" },
        { "{\"a\":\"\\ude00\\ud83dx\"}", "a=��x" },
        { "{\"a\":\"\\ud83d\\u0041\"}", "a=�" },
        { "{\"a\":\"x\\u0000y\"}", "a=x�y" },
        { "{\"a\":\"\xff\"}", "a=�" },
        { "", "bad-request" },
        { "[]", "bad-request" },
        { "\"a\"", "bad-request" },
        { "{", "bad-request" },
        { "{\"a\"}", "bad-request" },
        { "{\"a\":}", "bad-request" },
        { "{\"a\":1,}", "bad-request" },
        { "{\"a\":1 \"b\":2}", "bad-request" },
        { "{\"a\":1}x", "bad-request" },
        { "{\"a\":01}", "bad-request" },
        { "{\"a\":1.}", "bad-request" },
        { "{\"a\":.5}", "bad-request" },
        { "{\"a\":+1}", "bad-request" },
        { "{\"a\":-}", "bad-request" },
        { "{\"a\":1e}", "bad-request" },
        { "{\"a\":NaN}", "bad-request" },
        { "{\"a\":tru}", "bad-request" },
        { "{\"a\":\"x\ny\"}", "bad-request" },
        { "{\"a\":\"\\x\"}", "bad-request" },
        { "{\"a\":\"\\u12g4\"}", "bad-request" },
        { "{\"a\":\"\\ud83d\\u12\"}", "bad-request" },
        { "{\"a\":\"x", "bad-request" },
        { "{\"a\":\"x\\", "bad-request" },
        { "{'a':1}", "bad-request" },
        { "{\"a\":[1]}", "bad-request" },
        { "{\"a\":{}}", "bad-request" },
        { "{\"a\":1,\"\\u0061\":2}", "bad-request" },
        { "{\"\":1}", "bad-request" },
    };
    (void)state;
    check_cases("application/json", cases, COUNT(cases));
    check_cases("Application/JSON; charset=utf-8", cases, 2);
}

static void multipart(void **state)
{
#define PART(head, bytes) "--b\r\nContent-Disposition: form-data; " head "\r\n\r\n" bytes "\r\n"
    static const struct parse_case cases[] = {
        { "--b--", "" },
        { PART("name=\"a\"", "1") PART("name=b", "2") "--b--\r\n", "a=1|b=2" },
        { PART("name=\"a\"", "") "--b--", "a=" },
        { PART("name=\"a\"", "x\r\n-b\r\n--") "--b--", "a=x\n-b\n--" },
        { PART("name=\"p\"; filename=\"../a;b.jpg\"", "\x01\x02") "--b--",
          "|p(../a;b.jpg)=\x01\x02" },
        { PART("name=\"p\"; filename=\"\"", "") "--b--", "" },
        { PART("filename=\"a\"; name=\"p\"; filename*=utf-8''x", "z") "--b--", "|p(a)=z" },
        { "--b\r\ncontent-type: image/png\r\ncontent-disposition:form-data;name=\"p\";"
          "filename=\"a\"\r\n\r\nz\r\n--b--",
          "|p(a)=z" },
        { "", "bad-request" },
        { "x", "bad-request" },
        { "--b", "bad-request" },
        { "--b\r\n", "bad-request" },
        { "--b\n", "bad-request" },
        { "--bx\r\n", "bad-request" },
        { PART("name=\"a\"", "1"), "bad-request" },
        { "--b\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1", "bad-request" },
        { "--b\r\nContent-Disposition: form-data; name=\"a\"\r\n--b--", "bad-request" },
        { "--b\r\nX: y\r\n\r\n1\r\n--b--", "bad-request" },
        { PART("name=\"a", "1") "--b--", "bad-request" },
        { PART("name=\"a\" x", "1") "--b--", "bad-request" },
        { PART("name=\"a\"; name=\"b\"", "1") "--b--", "bad-request" },
        { PART("name=\"a\"", "1") PART("name=\"a\"", "2") "--b--", "bad-request" },
        { "--b\r\nContent-Disposition: attachment; name=\"a\"\r\n\r\n1\r\n--b--", "bad-request" },
        { PART("name=\"p\"; filename=\"1\"", "") PART("name=\"p\"; filename=\"2\"", "")
              PART("name=\"p\"; filename=\"3\"", "") PART("name=\"p\"; filename=\"4\"", "")
                  PART("name=\"p\"; filename=\"5\"", "") PART("name=\"p\"; filename=\"6\"", "")
                      PART("name=\"p\"; filename=\"7\"", "") "--b--",
          "|p(1)=|p(2)=|p(3)=|p(4)=|p(5)=|p(6)=+1" },
    };
    static const char *const types[] = {
        "multipart/form-data",
        "multipart/form-data; boundary=",
        "multipart/form-data; boundary=\"",
        "multipart/form-data; boundary=a\"b",
        "multipart/form-data; x; boundary=b",
    };
    (void)state;
    check_cases("multipart/form-data; boundary=b", cases, COUNT(cases));
    check_cases("Multipart/Form-Data;charset=x; Boundary=\"b\"", cases, 4);
    for (size_t i = 0; i < COUNT(types); i++) {
        assert_true(str_equal(parsed(types[i], STR("--b--")), STR("bad-request")));
    }
    assert_true(str_equal(parsed("text/plain", STR("a=1")), STR("media-type")));
    assert_true(str_equal(parsed("", STR("a=1")), STR("media-type")));
}

/* As programs send a photo: the body is the file. */
static void a_picture_is_a_form_of_one_file(void **state)
{
    static const struct parse_case jpeg[] = { { "\xff\xd8\xff", "|photo()=\xff\xd8\xff" } };
    (void)state;
    check_cases("image/jpeg", jpeg, COUNT(jpeg));
    check_cases("Image/PNG; x=y", jpeg, COUNT(jpeg));
    assert_true(str_equal(parsed("image/gif", STR("GIF89a")), STR("media-type")));
    char *large = new(arena, char, UPLOAD_FILE_BYTES_MAX + 1);
    struct str body = str_span(large, UPLOAD_FILE_BYTES_MAX + 1);
    assert_true(str_equal(parsed("image/png", body), STR("too-large")));
}

static void there_is_a_bound_to_parameters(void **state)
{
    struct out out = out_open(arena, 10000);
    (void)state;
    for (int i = 0; i < FORM_PARAMS_MAX; i++) {
        out_printf(&out, "p%d=&", i);
    }
    struct str most = str_copy(arena, out_str(&out));
    out_lit(&out, "q=");
    const char *type = "application/x-www-form-urlencoded";
    assert_false(str_equal(parsed(type, most), STR("bad-request")));
    assert_true(str_equal(parsed(type, out_str(&out)), STR("bad-request")));
}

static void fields_are_read_by_their_descriptors(void **state)
{
    static const struct {
        const char *body;
        const char *field; /* at fault; NULL: none */
        const char *part;  /* of its sentence */
    } cases[] = {
        { "text=a", NULL, "" },
        { "text=+a+&count=99&urgent=on&day=13/03/2026&at=2026-03-13T08:30", NULL, "" },
        { "text=a&day=2026-03-13&at=2026-03-13T01:30:00Z&urgent=khong", NULL, "" },
        { "text=12345678901234567890", NULL, "" },
        { "text=%C4%91%C4%91%C4%91%C4%91%C4%91%C4%91%C4%91%C4%91%C4%91%C4%91%C4%91", NULL, "" },
        { "", "text", "“Nội dung”" },
        { "text=+%0a", "text", "Chưa có" },
        { "text=123456789012345678901", "text", "quá 20 chữ" },
        { "text=%ff", "text", "ký tự hỏng" },
        { "text=a&count=x", "count", "“Số người” phải là một số" },
        { "text=a&count=-1", "count", "từ 0 đến 99" },
        { "text=a&count=100", "count", "từ 0 đến 99" },
        { "text=a&count=99999999999999999999", "count", "phải là một số" },
        { "text=a&urgent=maybe", "urgent", "“urgent”" },
        { "text=a&day=29/02/2026", "day", "ngày có thật" },
        { "text=a&count=0.012", "count", "phải là một số" },
        { "text=a&count=09&day=13/03/26", NULL, "" },
        { "text=a&day=3/2026", "day", "cần đủ ngày, tháng và năm" },
        { "text=a&day=năm 2026", "day", "cần đủ ngày, tháng và năm" },
        { "text=Ph%C2%AD%C3%AAng Ng%C3%A4c", "text",
          "(TCVN3). Có phải bà con muốn viết: “Phường Ngọc”" },
        { "text=Ngo%C3%AFc Ha%C3%B8", "text", "(VNI). Có phải bà con muốn viết: “Ngọc Hà”" },
        { "text=a&day=13/03", "day", "" },
        { "text=a&day=13/03/2026/1", "day", "" },
        { "text=a&day=hôm nay", "day", "" },
        { "text=a&at=8h", "at", "" },
    };
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct visit v = { .arena = arena, .tongue = tongues[0], .now = { 1772000000 } };
        struct note note = { 0 };
        struct str why = STR_NONE;
        assert_int_equal(form_parse_query(arena, str_of(cases[i].body), &v.form, &why), STATUS_OK);
        bool is_good = visit_form(&v, &note_record, &note);
        if (is_good != !cases[i].field || v.problems.count != (cases[i].field != NULL)) {
            fail_msg("%s: %zu problems", cases[i].body, v.problems.count);
        }
        struct str sentence = cases[i].field ? problem_of(&v.problems, cases[i].field) : STR("");
        if (cases[i].field && str_find(sentence, str_of(cases[i].part)) == sentence.n) {
            fail_msg("%s: %.*s", cases[i].body, STR_ARG(sentence));
        }
    }
}

static void values_arrive(void **state)
{
    struct visit v = { .arena = arena, .tongue = tongues[0] };
    struct note note = { 0 };
    struct str why = STR_NONE;
    struct str query =
        STR("text=+a+b+&secret=+s+&count=7&urgent=1&day=3.1.2026&at=2026-03-13T08:30");
    (void)state;
    assert_int_equal(form_parse_query(arena, query, &v.form, &why), STATUS_OK);
    assert_true(visit_form(&v, &note_record, &note));
    assert_true(str_equal(note.text, STR("a b")));
    assert_true(str_equal(note.secret, STR(" s "))); /* spaces belong to a password */
    assert_int_equal(note.count, 7);
    assert_true(note.urgent);
    assert_int_equal(note.day.n, day_of(2026, 1, 3).n);
    assert_int_equal(note.at.s, instant_parse(STR("2026-03-13T08:30:00+07:00")).s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(urlencoded, setup, teardown),
        cmocka_unit_test_setup_teardown(json, setup, teardown),
        cmocka_unit_test_setup_teardown(multipart, setup, teardown),
        cmocka_unit_test_setup_teardown(a_picture_is_a_form_of_one_file, setup, teardown),
        cmocka_unit_test_setup_teardown(there_is_a_bound_to_parameters, setup, teardown),
        cmocka_unit_test_setup_teardown(fields_are_read_by_their_descriptors, setup, teardown),
        cmocka_unit_test_setup_teardown(values_arrive, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
