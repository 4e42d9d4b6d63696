/* OpenAPI 3.1 from routes: paths, parameters, bodies, answers, and one schema per record. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "web/openapi.h"

#include "base/arena.h"
#include "base/json.h"
#include "web/face.h"
#include "web/server.h"

/* A record is an answer, or what a client sends: there, secrets are fields too. */
enum direction { GIVEN, TAKEN };

static void write_info(struct json *json, const struct server *server);
static void write_paths(struct json *json, struct arena *arena, const struct router *router);
static void write_operation(struct json *json, struct arena *arena, const struct router *router,
                            const struct route *route);
static void write_parameters(struct json *json, struct arena *arena, const struct router *router,
                             const struct route *route);
static struct str header_name(struct arena *arena, const struct field *field);
static void write_path_parameters(struct json *json, struct str path);
static void write_body(struct json *json, const struct route *route);
static void write_file(struct json *json, bool is_sound);
static void write_responses(struct json *json, const struct route *route);
static void write_answer_schema(struct json *json, const struct route *route);
static void write_problem_response(struct json *json, const char *code, const char *about);
static void write_schemas(struct json *json, const struct router *router);
static void write_record_schema(struct json *json, const struct router *router,
                                const struct record *record, enum direction direction);
static void write_members(struct json *json, const struct router *router,
                          const struct record *record, enum direction direction);
static void write_rows(struct json *json, const struct router *router, const struct record *record);
static void write_field(struct json *json, const char *name, const struct field *field,
                        const struct route_words *words);
static void write_field_type(struct json *json, const struct field *field);
static bool is_nullable(const struct field *field);
static void write_words(struct json *json, const struct field *field,
                        const struct route_words *words);
static const struct route_words *words_of(const struct router *router, const struct record *record,
                                          const struct field *field);
static void write_problem_schema(struct json *json);
static void write_reference(struct json *json, const char *name, const char *record);
static bool is_api(const struct route *route);
static bool came_before(const struct router *router, size_t index, enum direction direction);
static const struct record *record_of(const struct route *route, enum direction direction);
static struct str path_template(struct arena *arena, struct str path);
static struct str operation_id(struct arena *arena, const struct route *route);
static const char *method_word(enum method method);

void openapi_write(struct out *out, struct arena *arena, const struct server *server)
{
    struct json json = json_open(out);
    json_object(&json, NULL);
    json_text(&json, "openapi", STR("3.1.0"));
    write_info(&json, server);
    write_paths(&json, arena, server->router);
    json_object(&json, "components");
    json_object(&json, "securitySchemes");
    json_object(&json, "session");
    json_text(&json, "type", STR("apiKey"));
    json_text(&json, "in", STR("cookie"));
    json_text(&json, "name", STR("__Host-kheo"));
    json_end(&json);
    json_end(&json);
    write_schemas(&json, server->router);
    json_end(&json);
    json_end(&json);
}

static void write_info(struct json *json, const struct server *server)
{
    json_object(json, "info");
    json_text(json, "title", STR("Khéo"));
    json_text(json, "version", STR("1"));
    json_text(json, "description",
              STR("Petitions and feedback of citizens: to send, to follow, to read. Times are "
                  "RFC 3339 with +07:00, problems are RFC 9457."));
    json_object(json, "license");
    json_text(json, "name", STR("AGPL-3.0-or-later"));
    json_text(json, "identifier", STR("AGPL-3.0-or-later"));
    json_end(json);
    json_end(json);
    json_list(json, "servers");
    json_object(json, NULL);
    json_text(json, "url", server->settings.base_url.n ? server->settings.base_url : STR("/"));
    json_end(json);
    json_end(json);
}

/* Rows of one path stand beside each other in the router's table. */
static void write_paths(struct json *json, struct arena *arena, const struct router *router)
{
    struct str open_path = STR_NONE;
    json_object(json, "paths");
    const struct route *route = NULL;
    for (size_t i = 0; (route = router_row(router, i)); i++) {
        struct str path = str_of(route->path);
        if (!is_api(route)) {
            continue;
        }
        if (!str_equal(path, open_path)) {
            if (open_path.p) {
                json_end(json);
            }
            json_object(json, str_z(arena, path_template(arena, path)));
            open_path = path;
        }
        write_operation(json, arena, router, route);
    }
    if (open_path.p) {
        json_end(json);
    }
    json_end(json);
}

static void write_operation(struct json *json, struct arena *arena, const struct router *router,
                            const struct route *route)
{
    json_object(json, method_word(route->method));
    json_text(json, "operationId", operation_id(arena, route));
    json_text(json, "summary", str_of(route->about));
    json_list(json, "security");
    if (route->power) {
        json_object(json, NULL);
        json_list(json, "session");
        json_end(json);
        json_end(json);
    }
    json_end(json);
    write_parameters(json, arena, router, route);
    if (route->method != GET && route->takes) {
        write_body(json, route);
    }
    write_responses(json, route);
    json_end(json);
}

static void write_parameters(struct json *json, struct arena *arena, const struct router *router,
                             const struct route *route)
{
    json_list(json, "parameters");
    write_path_parameters(json, str_of(route->path));
    if (route->method != GET) {
        json_object(json, NULL);
        json_text(json, "name", STR("Idempotency-Key"));
        json_text(json, "in", STR("header"));
        json_text(json, "description",
                  STR("For 24 hours the same key and body get the same answer, and the same key "
                      "with another body 409."));
        json_object(json, "schema");
        json_text(json, "type", STR("string"));
        json_int(json, "minLength", 1);
        json_int(json, "maxLength", 200);
        json_end(json);
        json_end(json);
    }
    bool is_upload = (route->flags & (ROUTE_UPLOAD | ROUTE_PIECE)) != 0;
    bool is_listed = route->takes && (route->method == GET || is_upload);
    for (size_t i = 0; is_listed && i < route->takes->count; i++) {
        const struct field *field = &route->takes->fields[i];
        json_object(json, NULL);
        json_text(json, "name", is_upload ? header_name(arena, field) : str_of(field->name));
        json_text(json, "in", is_upload ? STR("header") : STR("query"));
        json_yes(json, "required", (field->rules & FIELD_REQUIRED) != 0);
        write_field(json, "schema", field, words_of(router, route->takes, field));
        json_end(json);
    }
    json_end(json);
}

/* report_secret is sent as Report-Secret. */
static struct str header_name(struct arena *arena, const struct field *field)
{
    struct str name = str_of(field->name);
    struct out out = out_open(arena, name.n);
    bool begins_word = true;
    for (size_t i = 0; i < name.n; i++) {
        bool is_between = name.p[i] == '_';
        char capital = (char)(name.p[i] - 'a' + 'A');
        out_char(&out, is_between ? '-' : begins_word ? capital : name.p[i]);
        begins_word = is_between;
    }
    return out_str(&out);
}

static void write_path_parameters(struct json *json, struct str path)
{
    struct str rest = path;
    while (rest.p) {
        struct str segment = str_cut(&rest, '/');
        if (segment.n > 0 && (segment.p[0] == ':' || segment.p[0] == '*')) {
            json_object(json, NULL);
            json_text(json, "name", str_slice(segment, 1, segment.n));
            json_text(json, "in", STR("path"));
            json_yes(json, "required", true);
            json_object(json, "schema");
            json_text(json, "type", STR("string"));
            json_end(json);
            json_end(json);
        }
    }
}

static void write_body(struct json *json, const struct route *route)
{
    json_object(json, "requestBody");
    json_yes(json, "required", true);
    json_object(json, "content");
    if (route->flags & ROUTE_UPLOAD) {
        write_file(json, (route->flags & ROUTE_SOUND) != 0);
    } else if (route->flags & ROUTE_PIECE) {
        json_object(json, PIECE_TYPE);
        json_end(json);
    } else {
        json_object(json, "application/json");
        write_reference(json, "schema", route->takes->name);
        json_end(json);
    }
    json_end(json);
    json_end(json);
}

/* The file is the body, or the file `photo` or `recording` of a form. */
static void write_file(struct json *json, bool is_sound)
{
    static const char *const pictures[] = { "image/jpeg", "image/png", NULL };
    static const char *const sounds[] = { "audio/webm", "audio/ogg", "audio/mp4", "audio/aac",
                                          "audio/3gpp", "audio/amr", NULL };
    const char *field = is_sound ? "recording" : "photo";
    for (const char *const *type = is_sound ? sounds : pictures; *type; type++) {
        json_object(json, *type);
        json_end(json);
    }
    json_object(json, "multipart/form-data");
    json_object(json, "schema");
    json_text(json, "type", STR("object"));
    json_list(json, "required");
    json_text(json, NULL, str_of(field));
    json_end(json);
    json_object(json, "properties");
    json_object(json, field);
    json_text(json, "contentMediaType", is_sound ? STR("audio/webm") : STR("image/jpeg"));
    json_end(json);
    json_end(json);
    json_end(json);
    json_end(json);
}

static void write_responses(struct json *json, const struct route *route)
{
    json_object(json, "responses");
    json_object(json, route->method == GET ? "200" : "201");
    json_text(json, "description", STR("Done."));
    if (route->gives || route_face(route) != FACE_JSON) {
        json_object(json, "content");
        json_object(json, face_type(route_face(route)));
        write_answer_schema(json, route);
        json_end(json);
        json_end(json);
    }
    json_end(json);
    write_problem_response(json, "4XX", "The request cannot be done as it is.");
    write_problem_response(json, "5XX", "The server cannot do it now; Retry-After says when.");
    json_end(json);
}

static void write_answer_schema(struct json *json, const struct route *route)
{
    if (!route->gives) {
        json_object(json, "schema");
        json_text(json, "type", STR("string"));
        json_end(json);
        return;
    }
    if (!(route->flags & ROUTE_LIST)) {
        write_reference(json, "schema", route->gives->name);
        return;
    }
    json_object(json, "schema");
    json_text(json, "type", STR("object"));
    json_list(json, "required");
    json_text(json, NULL, STR("items"));
    json_text(json, NULL, STR("next"));
    json_end(json);
    json_object(json, "properties");
    json_object(json, "items");
    json_text(json, "type", STR("array"));
    write_reference(json, "items", route->gives->name);
    json_end(json);
    json_object(json, "next");
    json_text(json, "description",
              STR("The value of `before` for the next page; null on the last."));
    json_list(json, "type");
    json_text(json, NULL, STR("string"));
    json_text(json, NULL, STR("null"));
    json_end(json);
    json_end(json);
    json_end(json);
    json_end(json);
}

static void write_problem_response(struct json *json, const char *code, const char *about)
{
    json_object(json, code);
    json_text(json, "description", str_of(about));
    json_object(json, "content");
    json_object(json, "application/problem+json");
    write_reference(json, "schema", "problem");
    json_end(json);
    json_end(json);
    json_end(json);
}

/* Each record once, however many routes name it. */
static void write_schemas(struct json *json, const struct router *router)
{
    json_object(json, "schemas");
    const struct route *route = NULL;
    for (size_t i = 0; (route = router_row(router, i)); i++) {
        for (int direction = GIVEN; direction <= TAKEN; direction++) {
            const struct record *record = record_of(route, (enum direction)direction);
            if (record && !came_before(router, i, (enum direction)direction)) {
                write_record_schema(json, router, record, (enum direction)direction);
            }
        }
    }
    write_problem_schema(json);
    json_end(json);
}

static void write_record_schema(struct json *json, const struct router *router,
                                const struct record *record, enum direction direction)
{
    json_object(json, record->name);
    write_members(json, router, record, direction);
    write_rows(json, router, record);
    json_end(json);
    json_end(json);
}

/* Leaves the properties open, for more of them. */
static void write_members(struct json *json, const struct router *router,
                          const struct record *record, enum direction direction)
{
    json_text(json, "type", STR("object"));
    json_list(json, "required");
    for (size_t i = 0; i < record->count; i++) {
        if (record->fields[i].rules & FIELD_REQUIRED) {
            json_text(json, NULL, str_of(record->fields[i].name));
        }
    }
    json_end(json);
    json_object(json, "properties");
    for (size_t i = 0; i < record->count; i++) {
        const struct field *field = &record->fields[i];
        if (direction == TAKEN || !(field->rules & FIELD_SECRET)) {
            write_field(json, field->name, field, words_of(router, record, field));
        }
    }
}

/* Lists within an answer: one level, so their rows are described where they stand. */
static void write_rows(struct json *json, const struct router *router, const struct record *record)
{
    const struct route *route = NULL;
    for (size_t i = 0; (route = router_row(router, i)) && route->gives != record; i++) {
    }
    for (const struct route_rows *rows = route ? route->rows : NULL; rows && rows->name; rows++) {
        json_object(json, rows->name);
        json_text(json, "type", STR("array"));
        json_object(json, "items");
        write_members(json, router, rows->record, GIVEN);
        json_end(json);
        json_end(json);
        json_end(json);
    }
}

/* Answers leave nothing out: what is absent is null, so all that is not required may be. */
static void write_field(struct json *json, const char *name, const struct field *field,
                        const struct route_words *words)
{
    json_object(json, name);
    if (field->label) {
        json_text(json, "description", str_of(field->label));
    }
    write_field_type(json, field);
    write_words(json, field, words);
    json_end(json);
}

static void write_field_type(struct json *json, const struct field *field)
{
    static const struct {
        const char *type;
        const char *keyword;
        const char *refinement;
    } kinds[] = {
        [FIELD_TEXT] = { "string", NULL, "" },
        [FIELD_BYTES] = { "string", "contentEncoding", "base64" },
        [FIELD_INT] = { "integer", NULL, "" },
        [FIELD_YES] = { "boolean", NULL, "" },
        [FIELD_DAY] = { "string", "format", "date" },
        [FIELD_INSTANT] = { "string", "format", "date-time" },
        [FIELD_ID] = { "integer", NULL, "" },
    };
    if (is_nullable(field)) {
        json_list(json, "type");
        json_text(json, NULL, str_of(kinds[field->kind].type));
        json_text(json, NULL, STR("null"));
        json_end(json);
    } else {
        json_text(json, "type", str_of(kinds[field->kind].type));
    }
    if (kinds[field->kind].keyword) {
        json_text(json, kinds[field->kind].keyword, str_of(kinds[field->kind].refinement));
    }
    if (field->kind == FIELD_TEXT) {
        json_int(json, "maxLength", field->max ? field->max : TEXT_LINE_CHARS_MAX);
    } else if (field->kind == FIELD_INT && field->max) {
        json_int(json, "maximum", field->max);
    }
}

static bool is_nullable(const struct field *field)
{
    return !(field->rules & FIELD_REQUIRED) && field->kind != FIELD_INT && field->kind != FIELD_YES;
}

static void write_words(struct json *json, const struct field *field,
                        const struct route_words *words)
{
    if (!words) {
        return;
    }
    json_list(json, "enum");
    for (size_t i = 0; i < words->count; i++) {
        json_text(json, NULL, str_of(words->words[i]));
    }
    if (is_nullable(field)) {
        json_null(json, NULL);
    }
    json_end(json);
}

/* What any route that names the record says of its field; NULL: any word will do. */
static const struct route_words *words_of(const struct router *router, const struct record *record,
                                          const struct field *field)
{
    const struct route *route = NULL;
    for (size_t i = 0; (route = router_row(router, i)); i++) {
        bool is_named = route->takes == record || route->gives == record;
        for (const struct route_words *words = route->words; is_named && words && words->field;
             words++) {
            if (str_equal(str_of(words->field), str_of(field->name))) {
                return words;
            }
        }
    }
    return NULL;
}

static void write_problem_schema(struct json *json)
{
    static const struct {
        const char *name;
        const char *type;
    } members[] = {
        { "type", "string" },   { "title", "string" },    { "status", "integer" },
        { "detail", "string" }, { "instance", "string" },
    };
    json_object(json, "problem");
    json_text(json, "type", STR("object"));
    json_object(json, "properties");
    for (size_t i = 0; i < COUNT(members); i++) {
        json_object(json, members[i].name);
        json_text(json, "type", str_of(members[i].type));
        json_end(json);
    }
    json_object(json, "errors");
    json_text(json, "type", STR("array"));
    json_object(json, "items");
    json_text(json, "type", STR("object"));
    json_object(json, "properties");
    for (size_t i = 0; i < 2; i++) {
        json_object(json, i == 0 ? "field" : "detail");
        json_list(json, "type");
        json_text(json, NULL, STR("string"));
        json_text(json, NULL, STR("null"));
        json_end(json);
        json_end(json);
    }
    json_end(json);
    json_end(json);
    json_end(json);
    json_end(json);
    json_end(json);
}

static void write_reference(struct json *json, const char *name, const char *record)
{
    char target[128];
    struct out out = out_fixed(target, sizeof target);
    out_printf(&out, "#/components/schemas/%s", record);
    json_object(json, name);
    json_text(json, "$ref", out_str(&out));
    json_end(json);
}

static bool is_api(const struct route *route)
{
    return (route->flags & ROUTE_API) != 0;
}

static const struct record *record_of(const struct route *route, enum direction direction)
{
    bool is_body = direction == TAKEN && route->method != GET &&
                   !(route->flags & (ROUTE_UPLOAD | ROUTE_PIECE));
    return !is_api(route)       ? NULL
           : direction == GIVEN ? route->gives
           : is_body            ? route->takes
                                : NULL;
}

static bool came_before(const struct router *router, size_t index, enum direction direction)
{
    const struct record *record = record_of(router_row(router, index), direction);
    for (size_t i = 0; i <= index; i++) {
        for (int d = GIVEN; d <= TAKEN && (i < index || d < (int)direction); d++) {
            const struct record *other = record_of(router_row(router, i), (enum direction)d);
            if (other && str_equal(str_of(other->name), str_of(record->name))) {
                return true;
            }
        }
    }
    return false;
}

/* "/api/v1/reports/:code" is "/api/v1/reports/{code}". */
static struct str path_template(struct arena *arena, struct str path)
{
    struct out out = out_open(arena, URL_BYTES_MAX);
    struct str rest = str_slice(path, 1, path.n);
    while (rest.p) {
        struct str segment = str_cut(&rest, '/');
        bool is_param = segment.n > 0 && (segment.p[0] == ':' || segment.p[0] == '*');
        out_char(&out, '/');
        out_printf(&out, is_param ? "{%.*s}" : "%.*s",
                   STR_ARG(str_slice(segment, is_param, segment.n)));
    }
    return out_str(&out);
}

/* "get_api_v1_reports_code". */
static struct str operation_id(struct arena *arena, const struct route *route)
{
    struct out out = out_open(arena, URL_BYTES_MAX);
    out_str_raw(&out, str_of(method_word(route->method)));
    for (const char *c = route->path; *c; c++) {
        bool is_letter = (*c >= 'a' && *c <= 'z') || (*c >= '0' && *c <= '9');
        if (is_letter || *c == '/') {
            out_char(&out, *c == '/' ? '_' : *c);
        }
    }
    return out_str(&out);
}

static const char *method_word(enum method method)
{
    static const char *const words[] = {
        [GET] = "get", [POST] = "post", [PUT] = "put", [PATCH] = "patch", [DELETE] = "delete",
    };
    return words[method];
}
