/* Who walks through made-up stories. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "story_cast.h"

#define PASSWORD "trời nắng ở Kim Long"
#define PHRASE   "cầu gỗ sông Như Ý mùa lụt"
#define OFFICER(sign_in, name, unit, title, powers)                                                \
    "console identity add --sign-in " sign_in " --name \"" name "\" --unit " unit                  \
    " --title \"" title "\" --power " powers " --password \"" PASSWORD "\" --chosen"
/* Its owner makes a key before anybody walks. */
#define HAS_KEY(sign_in)                                                                           \
    "as " sign_in " \"" PASSWORD "\"",                                                             \
        "POST /cb/khoa passphrase=\"" PHRASE "\" again=\"" PHRASE "\"", "expect 303"

static const char *const admin_starts[] = { "/qt/nguoi-dung", "/qt/don-vi", "/don-vi", NULL };

/* --- what people report, from the phone to the rating ----------------------------------------- */

static const char *const report_scene[] = {
    "story Made up: reports",
    "clock 2026-03-02 08:00",
    "console org import --hue",
    OFFICER("sau", "Lê Văn Sáu", "19753", "Chuyên viên", "feedback.handle"),
    OFFICER("bay", "Hồ Thị Bảy", "19774", "Phó Chủ tịch", "feedback.handle,feedback.approve"),
    OFFICER("tam", "Võ Văn Tám", "19753", "Phó Chủ tịch", "feedback.handle,feedback.approve"),
    OFFICER("lan", "Trần Thị Lan", "46", "Phó Văn phòng",
            "feedback.handle,feedback.lead,feedback.approve,report.read"),
    OFFICER("quan", "Phan Văn Quản", "46", "Quản trị",
            "admin,identity.manage,org.manage,calendar.manage"),
    NULL,
};
static const char *const report_citizen[] = { "/", "/gui", "/kiem-tra/ho-so", "/theo-doi", NULL };
static const char *const report_officer[] = { "/cb/hop-thu", "/cb/hop-thu", "/cb/phan-dinh",
                                              "/cb/nhap-giay", NULL };

/* --- what the law settles: complaints, denunciations, days of reception ----------------------- */

static const char *const case_scene[] = {
    "story Made up: complaints, denunciations, receptions",
    "clock 2026-08-03 08:00",
    "console org import --hue",
    OFFICER("sau", "Lê Văn Sáu", "19753", "Công chức tiếp dân",
            "complaint.handle,reception.handle"),
    OFFICER("tam", "Võ Văn Tám", "19753", "Chủ tịch",
            "complaint.handle,complaint.decide,reception.handle,reception.lead,returns.sign"),
    OFFICER("lan", "Trần Thị Lan", "46", "Thanh tra viên",
            "complaint.handle,denunciation.handle,denunciation.recover"),
    OFFICER("mai", "Lê Thị Mai", "46", "Chủ tịch",
            "complaint.handle,complaint.decide,denunciation.handle,denunciation.decide,"
            "denunciation.identity,returns.sign"),
    OFFICER("bay", "Hồ Thị Bảy", "46", "Tổ viên xác minh",
            "denunciation.verify,denunciation.identity,denunciation.recover"),
    OFFICER("chin", "Vũ Văn Chín", "46.SXD", "Chánh Thanh tra",
            "denunciation.identity,denunciation.recover"),
    HAS_KEY("lan"),
    HAS_KEY("mai"),
    HAS_KEY("bay"),
    HAS_KEY("chin"),
    NULL,
};
static const char *const case_citizen[] = {
    "/khieu-nai/gui", "/to-cao/gui",        "/tiep-dan", "/to-cao/hop-thu",
    "/khieu-nai",     "/giam-sat/tiep-dan", NULL
};
static const char *const case_officer[] = { "/cb/khieu-nai",    "/cb/khieu-nai/moi", "/cb/tiep-dan",
                                            "/cb/tiep-dan/moi", "/cb/bao-cao-luat",  NULL };
static const char *const sealed_officer[] = { "/cb/to-cao", "/cb/to-cao", "/cb/khieu-nai", NULL };
static const char *const verifier[] = { "/cb/xac-minh", "/cb/ho-ten", NULL };
static const char *const custodian[] = { "/cb/ho-ten", "/cb/khoa", NULL };

/* --- what a movement does: models, their copies, a year's points ------------------------------ */

static const char *const model_scene[] = {
    "story Made up: models",
    "clock 2026-01-05 08:00",
    "console org import --hue",
    OFFICER("sau", "Lê Văn Sáu", "19753", "Cán bộ Mặt trận", "model.register"),
    OFFICER("tam", "Võ Văn Tám", "19753", "Bí thư", "model.register,model.lead"),
    OFFICER("bay", "Hồ Thị Bảy", "19774", "Phó Bí thư", "model.register,model.lead"),
    OFFICER("mai", "Lê Thị Mai", "46", "Phó Ban Dân vận",
            "model.register,model.lead,model.appraise,model.verify,report.read"),
    OFFICER("quan", "Phan Văn Quản", "46", "Quản trị",
            "admin,identity.manage,org.manage,calendar.manage"),
    NULL,
};
static const char *const model_citizen[] = { "/lam/mo-hinh", "/lam/mo-hinh/duoc-lam-theo",
                                             "/lam/mo-hinh/so-lieu", NULL };
static const char *const model_officer[] = { "/cb/mo-hinh/moi", "/cb/mo-hinh",  "/cb/mo-hinh",
                                             "/cb/lam-theo",    "/lam/mo-hinh", NULL };
static const char *const model_leader[] = { "/cb/mo-hinh",
                                            "/cb/mo-hinh",
                                            "/cb/xac-nhan-lam-theo",
                                            "/cb/xet-cong-nhan",
                                            "/cb/lich-mo-hinh",
                                            "/cb/phieu-cham",
                                            NULL };

static const char *const all[] = { "/", NULL };
static const char *const of_cases[] = { "khieu-nai",        "to-cao",   "tiep-dan",
                                        "/cb/ho-ten",       "/cb/khoa", "/cb/xac-minh",
                                        "/cb/bao-cao-luat", NULL };
static const char *const of_models[] = { "mo-hinh",    "lam-theo", "xet-cong-nhan",
                                         "phieu-cham", "/ld",      "/qt/don-vi",
                                         NULL };
static const struct cast casts[] = {
    { .name = "reports",
      .scene = report_scene,
      .about = all,
      .people = { { "dan", NULL, NULL, report_citizen },
                  { "hoa", NULL, NULL, report_citizen },
                  { "sau", PASSWORD, NULL, report_officer },
                  { "bay", PASSWORD, NULL, report_officer },
                  { "tam", PASSWORD, NULL, report_officer },
                  { "lan", PASSWORD, NULL, report_officer },
                  { "quan", PASSWORD, NULL, admin_starts } },
      .turns = { 0, 0, 1, 2, 2, 2, 2, 3, 3, 4, 4, 4, 4, 5, 5, 6 },
      .turn_count = 16,
      .file = "/cb/hs/",
      .sends_by_machine = true },
    { .name = "cases",
      .scene = case_scene,
      .about = of_cases,
      .people = { { "dan", NULL, NULL, case_citizen },
                  { "hoa", NULL, NULL, case_citizen },
                  { "sau", PASSWORD, NULL, case_officer },
                  { "tam", PASSWORD, NULL, case_officer },
                  { "lan", PASSWORD, PHRASE, sealed_officer },
                  { "mai", PASSWORD, PHRASE, sealed_officer },
                  { "bay", PASSWORD, PHRASE, verifier },
                  { "chin", PASSWORD, PHRASE, custodian } },
      .turns = { 0, 0, 0, 1, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 5, 5, 5, 6, 6, 7 },
      .turn_count = 20 },
    { .name = "models",
      .scene = model_scene,
      .about = of_models,
      .people = { { "dan", NULL, NULL, model_citizen },
                  { "sau", PASSWORD, NULL, model_officer },
                  { "tam", PASSWORD, NULL, model_leader },
                  { "bay", PASSWORD, NULL, model_officer },
                  { "mai", PASSWORD, NULL, model_leader },
                  { "quan", PASSWORD, NULL, admin_starts } },
      .turns = { 0, 1, 1, 1, 2, 2, 2, 2, 3, 3, 4, 4, 4, 5 },
      .turn_count = 14 },
};

const struct cast *cast_of(size_t number)
{
    return &casts[(number + COUNT(casts) - 1) % COUNT(casts)];
}
