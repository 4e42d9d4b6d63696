/* `kheo identity`: adds the first administrator, and sets a password as a last resort. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "mod/identity/console.h"

#include "mod/identity/commands.h"
#include "mod/identity/passwords.h"
#include "sql/identity.h"
#include "text/tongue.h"

enum { EXIT_DONE, EXIT_REFUSED, EXIT_USAGE };
/* A line of standard input: a password of 128 letters at four bytes. */
enum { LINE_BYTES_MAX = 1024 };

struct options {
    struct str verb;
    struct str name;
    struct str sign_in;
    struct str unit;
    struct str title;
    struct str powers;
    struct str phone;
    struct str email;
    struct str password; /* absent: one is made up */
    bool is_given;
    bool is_chosen; /* by the person themselves: they keep it */
};

static bool read_options(struct arena *arena, int argc, char **argv, struct options *ret);
static bool read_line(struct arena *arena, struct str *ret);
static struct str powers_of(struct arena *arena, struct str commas);
static int add_person(struct console *console, const struct options *options);
static int set_password(struct console *console, const struct options *options);
static bool find_person(struct console *console, struct str sign_in, struct person_id *ret);
static bool choose_password(struct console *console, const struct options *options,
                            struct str *ret_password, struct str *ret_hash);
static int run(struct console *console, enum identity_command command, const void *args);
static void say_refusal(struct console *console, const struct verdict *verdict);

int identity_console(struct console *console, int argc, char **argv)
{
    struct options options;
    if (!read_options(console->arena, argc, argv, &options)) {
        fputs("kheo identity " IDENTITY_CONSOLE_ABOUT "\n", stderr);
        return EXIT_USAGE;
    }
    return str_equal(options.verb, STR("add")) ? add_person(console, &options)
                                               : set_password(console, &options);
}

static bool read_options(struct arena *arena, int argc, char **argv, struct options *ret)
{
    struct options options = { .verb = str_of(argc > 0 ? argv[0] : NULL) };
    const struct {
        const char *name;
        struct str *value;
    } words[] = {
        { "--name", &options.name },    { "--sign-in", &options.sign_in },
        { "--unit", &options.unit },    { "--title", &options.title },
        { "--power", &options.powers }, { "--phone", &options.phone },
        { "--email", &options.email },  { "--password", &options.password },
    };
    for (int i = 1; i < argc; i++) {
        if (str_equal(str_of(argv[i]), STR("--password-stdin"))) {
            if (!read_line(arena, &options.password)) {
                return false;
            }
            continue;
        }
        if (str_equal(str_of(argv[i]), STR("--chosen"))) {
            options.is_chosen = true;
            continue;
        }
        size_t w = 0;
        while (w < COUNT(words) && !str_equal(str_of(argv[i]), str_of(words[w].name))) {
            w++;
        }
        if (w == COUNT(words) || i + 1 == argc) {
            return false;
        }
        *words[w].value = str_of(argv[++i]);
    }
    options.is_given = options.password.p;
    options.powers = powers_of(arena, options.powers);
    bool is_add = str_equal(options.verb, STR("add"));
    bool is_password = str_equal(options.verb, STR("password"));
    *ret = options;
    return options.sign_in.n > 0 && (options.is_given || !options.is_chosen) &&
           (is_password || (is_add && options.name.n && options.unit.n && options.title.n));
}

static bool read_line(struct arena *arena, struct str *ret)
{
    char *line = new(arena, char, LINE_BYTES_MAX);
    if (!fgets(line, LINE_BYTES_MAX, stdin)) {
        return false;
    }
    size_t n = strcspn(line, "\r\n");
    *ret = (struct str){ line, n };
    return n > 0;
}

static struct str powers_of(struct arena *arena, struct str commas)
{
    char *spaces = new(arena, char, commas.n + 1);
    for (size_t i = 0; i < commas.n; i++) {
        spaces[i] = commas.p[i] == ',' ? ' ' : commas.p[i];
    }
    return (struct str){ spaces, commas.n };
}

static int add_person(struct console *console, const struct options *options)
{
    struct person_add add = {
        .sign_in = options->sign_in,
        .name = options->name,
        .phone = options->phone,
        .email = options->email,
        .unit = options->unit,
        .title = options->title,
        .powers = options->powers,
        .is_first = !options->is_chosen,
    };
    if (!choose_password(console, options, &add.password, &add.hash)) {
        return EXIT_REFUSED;
    }
    int code = run(console, IDENTITY_PERSON_ADD, &add);
    if (code == EXIT_DONE) {
        printf("Đã thêm %.*s (%.*s).\n", STR_ARG(add.name), STR_ARG(add.sign_in));
    }
    if (code == EXIT_DONE && !options->is_given) {
        printf("Mật khẩu đầu tiên: %.*s\n", STR_ARG(add.password));
    }
    if (code == EXIT_DONE) {
        printf("Tiếp theo: đăng nhập ở /dang-nhap%s, rồi bật đăng nhập hai lớp ở /cb/toi.\n",
               options->is_chosen ? "" : " và chọn mật khẩu của riêng mình");
    }
    return code;
}

static int set_password(struct console *console, const struct options *options)
{
    struct password_set set = { .is_first = !options->is_chosen };
    if (!find_person(console, options->sign_in, &set.person)) {
        fprintf(stderr, "Không có người dùng “%.*s”.\n", STR_ARG(options->sign_in));
        return EXIT_REFUSED;
    }
    if (!choose_password(console, options, &set.password, &set.hash)) {
        return EXIT_REFUSED;
    }
    int code = run(console, IDENTITY_PASSWORD_SET, &set);
    if (code == EXIT_DONE && !options->is_given) {
        printf("Mật khẩu mới: %.*s\n", STR_ARG(set.password));
    }
    return code;
}

static bool find_person(struct console *console, struct str sign_in, struct person_id *ret)
{
    struct session *session = store_reader_open(console->store);
    struct person_of_sign_in_row person = { 0 };
    struct snap snap;
    if (!session) {
        return false;
    }
    snap_begin(session, console->arena, 0, &snap);
    bool is_found =
        person_of_sign_in(&snap.conn, &(struct person_of_sign_in){ .sign_in = sign_in }, &person);
    is_found = snap_end(&snap) == STATUS_OK && is_found;
    store_session_close(session);
    *ret = person.id;
    return is_found;
}

static bool choose_password(struct console *console, const struct options *options,
                            struct str *ret_password, struct str *ret_hash)
{
    struct str password = options->is_given ? options->password : password_generate(console->arena);
    struct verdict verdict = password_rule(console->arena, password, options->sign_in);
    if (!verdict_is_ok(verdict)) {
        say_refusal(console, &verdict);
        return false;
    }
    char *hash = new(console->arena, char, PASSWORD_HASH_BYTES);
    if (!gate_hash(password, hash)) {
        fputs("Máy không đủ bộ nhớ để băm mật khẩu (cần 64 MiB).\n", stderr);
        return false;
    }
    *ret_password = password;
    *ret_hash = str_of(hash);
    return true;
}

static int run(struct console *console, enum identity_command command, const void *args)
{
    struct order order = { .command = &IDENTITY_COMMANDS[command],
                           .args = args,
                           .author = { .is_clock = true },
                           .arena = console->arena };
    desk_do(console->desk, &order);
    if (order.outcome.verdict.status == STATUS_OK) {
        return EXIT_DONE;
    }
    say_refusal(console, &order.outcome.verdict);
    return EXIT_REFUSED;
}

static void say_refusal(struct console *console, const struct verdict *verdict)
{
    struct out sentence = out_open(console->arena, 4096);
    verdict_write(&sentence, verdict);
    fprintf(stderr, "%.*s\n", (int)sentence.n, sentence.p);
}
