/* libpq, loaded by the first connection to a PostgreSQL: libpq.exec() is its PQexec(). */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef STORE_LIBPQ_H
#define STORE_LIBPQ_H

#include <libpq-fe.h>
#include <stdbool.h>

/* All that we call, without PQ before it. */
#define LIBPQ_FUNCTIONS(FUNCTION)                                                                  \
    FUNCTION(clear)                                                                                \
    FUNCTION(cmdStatus)                                                                            \
    FUNCTION(cmdTuples)                                                                            \
    FUNCTION(connectdbParams)                                                                      \
    FUNCTION(connectionNeedsPassword)                                                              \
    FUNCTION(connectionUsedPassword)                                                               \
    FUNCTION(consumeInput)                                                                         \
    FUNCTION(enterPipelineMode)                                                                    \
    FUNCTION(errorMessage)                                                                         \
    FUNCTION(exec)                                                                                 \
    FUNCTION(execParams)                                                                           \
    FUNCTION(exitPipelineMode)                                                                     \
    FUNCTION(finish)                                                                               \
    FUNCTION(freemem)                                                                              \
    FUNCTION(ftype)                                                                                \
    FUNCTION(getisnull)                                                                            \
    FUNCTION(getlength)                                                                            \
    FUNCTION(getResult)                                                                            \
    FUNCTION(getvalue)                                                                             \
    FUNCTION(isBusy)                                                                               \
    FUNCTION(nfields)                                                                              \
    FUNCTION(notifies)                                                                             \
    FUNCTION(ntuples)                                                                              \
    FUNCTION(parameterStatus)                                                                      \
    FUNCTION(pipelineSync)                                                                         \
    FUNCTION(prepare)                                                                              \
    FUNCTION(reset)                                                                                \
    FUNCTION(resultErrorField)                                                                     \
    FUNCTION(resultStatus)                                                                         \
    FUNCTION(sendQuery)                                                                            \
    FUNCTION(sendQueryParams)                                                                      \
    FUNCTION(sendQueryPrepared)                                                                    \
    FUNCTION(serverVersion)                                                                        \
    FUNCTION(setNoticeReceiver)                                                                    \
    FUNCTION(socket)                                                                               \
    FUNCTION(status)                                                                               \
    FUNCTION(transactionStatus)

#define LIBPQ_POINTER(name) __typeof__(&PQ##name)(name);
struct libpq {
    LIBPQ_FUNCTIONS(LIBPQ_POINTER)
};
#undef LIBPQ_POINTER
extern struct libpq libpq;

/* Before anything else of it is called (base/library.h). */
bool libpq_load(void);

#endif
