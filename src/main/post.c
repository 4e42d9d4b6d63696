/* Outgoing letters: reading the secrets, opening the sender. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "main/post.h"

#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include "base/crypt.h"

static bool read_secret(const char *path, char ret[POST_SECRET_BYTES_MAX + 1]);

bool post_open(struct house *house, const struct options *options, struct post *ret,
               struct str *ret_why)
{
    *ret = (struct post){ 0 };
    if ((options->smtp || options->hook) && !options->base_url) {
        *ret_why = STR("--smtp và --hook cần --base-url: địa chỉ của các liên kết trong thư");
        return false;
    }
    if (options->smtp_user && !options->smtp_password_file) {
        *ret_why = STR("--smtp-user cần --smtp-password-file");
        return false;
    }
    if (!read_secret(options->smtp_password_file, ret->smtp_password) ||
        !read_secret(options->hook_token_file, ret->hook_token)) {
        *ret_why = STR("không đọc được mật khẩu trong tệp của --smtp-password-file hoặc "
                       "--hook-token-file (một dòng, không quá 255 byte)");
        return false;
    }
    struct sender_settings settings = {
        .store = house->store,
        .desk = house->desk,
        .base_url = str_of(options->base_url),
        .retry_s = options->mail_retry_s,
        .carrier = {
            .smtp_url = options->smtp,
            .smtp_user = options->smtp_user,
            .smtp_password = ret->smtp_password,
            .mail_from = options->mail_from,
            .hook_url = options->hook,
            .hook_token = options->hook_token_file ? ret->hook_token : NULL,
            .ca_file = options->mail_ca,
        },
    };
    ret->sender = sender_open(&settings, ret_why);
    return ret->sender;
}

void post_close(struct post *post)
{
    sender_close(post->sender);
    secret_wipe(post, sizeof *post);
}

/* The first line of the file; no path is no secret. */
static bool read_secret(const char *path, char ret[POST_SECRET_BYTES_MAX + 1])
{
    if (!path) {
        return true;
    }
    int file = open(path, O_RDONLY | O_CLOEXEC);
    ssize_t n = file >= 0 ? read(file, ret, POST_SECRET_BYTES_MAX + 1) : -1;
    if (file >= 0) {
        close(file);
    }
    if (n < 1 || n > POST_SECRET_BYTES_MAX) {
        return false;
    }
    ret[n] = '\0';
    ret[strcspn(ret, "\r\n")] = '\0';
    return ret[0] != '\0';
}
