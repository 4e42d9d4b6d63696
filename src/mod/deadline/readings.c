/* Where the law leaves a choice: every row that rests on a reading, and what the reading is. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "mod/deadline/pages.h"

#include <stdlib.h>

#include "html/deadline.h"
#include "law/complaint.h"
#include "law/denunciation.h"
#include "law/period.h"
#include "law/reception.h"
#include "law/workflow.h"
#include "mod/deadline/settings.h"
#include "text/tongue.h"

enum { READINGS_MAX = 400, SENTENCE_BYTES_MAX = 4096 };

/* Lists of grounds that the law room has, for people. */
static const struct {
    const char *about;
    const struct ground_list *list;
} lists[] = {
    { N_("Lý do không thụ lý khiếu nại"), &COMPLAINT_REFUSALS },
    { N_("Tiêu chí khiếu nại phức tạp"), &COMPLAINT_TESTS },
    { N_("Lý do tạm đình chỉ giải quyết khiếu nại"), &COMPLAINT_SUSPENSIONS },
    { N_("Lý do đình chỉ giải quyết khiếu nại"), &COMPLAINT_TERMINATIONS },
    { N_("Lý do hướng dẫn người gửi đơn"), &COMPLAINT_GUIDANCE },
    { N_("Lý do lưu đơn"), &LETTER_FILINGS },
    { N_("Lý do lưu đơn tố cáo"), &DENUNCIATION_FILINGS },
    { N_("Lý do không xử lý đơn tố cáo"), &DENUNCIATION_PASSED_OVER },
    { N_("Lý do không thụ lý tố cáo"), &DENUNCIATION_REFUSALS },
    { N_("Tiêu chí tố cáo phức tạp"), &DENUNCIATION_TESTS },
    { N_("Lý do tạm đình chỉ giải quyết tố cáo"), &DENUNCIATION_SUSPENSIONS },
    { N_("Lý do đình chỉ giải quyết tố cáo"), &DENUNCIATION_TERMINATIONS },
    { N_("Lý do giải quyết lại tố cáo"), &DENUNCIATION_RESETTLINGS },
    { N_("Lý do chấm dứt bảo vệ người tố cáo"), &DENUNCIATION_PROTECTION_ENDS },
    { N_("Lý do từ chối tiếp công dân"), &RECEPTION_REFUSALS },
};

struct collecting {
    struct visit *v;
    struct reading_line *lines;
    size_t count;
};

static void collect(struct collecting *all, const char *about, const char *what,
                    const struct cite *cite);
static void collect_rules(struct collecting *all);
static void collect_acts(struct collecting *all);
static int compare_lines(const void *a, const void *b);

enum status readings_page(struct visit *v)
{
    struct collecting all = { .v = v, .lines = new(v->arena, struct reading_line, READINGS_MAX) };
    collect_rules(&all);
    collect_acts(&all);
    for (size_t i = 0; i < COUNT(lists); i++) {
        for (size_t k = 0; k < lists[i].list->count; k++) {
            const struct ground *ground = &lists[i].list->rows[k];
            collect(&all, lists[i].about, ground->sentence, &ground->cite);
        }
    }
    for (size_t i = 0; i < COMPETENCE_COUNT; i++) {
        collect(&all, N_("Giải quyết khiếu nại"), N_("Ai giải quyết, ở lần nào"),
                &COMPETENCES[i].cite);
    }
    for (size_t i = 0; i < HEAD_DUTY_COUNT; i++) {
        collect(&all, N_("Tiếp công dân"), N_("Người đứng đầu tiếp dân bao nhiêu ngày"),
                &HEAD_DUTIES[i].cite);
    }
    collect(&all, N_("Báo cáo theo luật"), N_("Kỳ báo cáo"), &PERIOD_GROUND);
    qsort(all.lines, all.count, sizeof all.lines[0], compare_lines);
    struct readings_view view = { .page = page_open(v, N_("Những chỗ luật còn để ngỏ")),
                                  .settings = setting_views(v, false),
                                  .setting_count = LAW_SETTINGS - 1,
                                  .lines = all.lines,
                                  .count = all.count };
    view.page->back = route_url(v, "/biet/tinh-han/quy-dinh");
    deadline_readings_html(page_body(v), &view);
    return STATUS_OK;
}

static void collect_rules(struct collecting *all)
{
    for (size_t i = 0; i < RULES.count; i++) {
        collect(all, N_("Thời hạn"), RULES.rows[i].about, &RULES.rows[i].cite);
    }
}

static void collect_acts(struct collecting *all)
{
    const struct workflow *workflow = NULL;
    for (size_t w = 0; (workflow = workflow_of_house(w)); w++) {
        for (size_t m = 0; m < workflow->move_count; m++) {
            collect(all, workflow->title, workflow->moves[m].label, &workflow->moves[m].cite);
        }
    }
}

static void collect(struct collecting *all, const char *about, const char *what,
                    const struct cite *cite)
{
    if (!cite->reading || all->count == READINGS_MAX) {
        return;
    }
    struct cite place = *cite;
    struct out text = out_open(all->v->arena, SENTENCE_BYTES_MAX);
    place.reading = NULL;
    text.tongue = all->v->tongue;
    cite_write(&text, &place);
    all->lines[all->count++] = (struct reading_line){
        .cite = cite,
        .place = out_str(&text),
        .reading = cite->reading,
        .about = about,
        .what = what,
    };
}

/* By the law, then as the tables have them: the place in memory is their order. */
static int compare_lines(const void *a, const void *b)
{
    const struct reading_line *left = a;
    const struct reading_line *right = b;
    int order = cite_compare(left->cite, right->cite);
    return order ? order : (left->cite > right->cite) - (left->cite < right->cite);
}
