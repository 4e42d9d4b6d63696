/* The life of a model: who moves it, and what may be done with it when. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef MODEL_FLOW_H
#define MODEL_FLOW_H

#include "law/workflow.h"

#define POWER_REGISTER "model.register" /* enters models of a unit, and what they come to */
#define POWER_LEAD     "model.lead"     /* approves the list of a unit */

enum model_state {
    MODEL_DRAFT,
    MODEL_REGISTERED,
    MODEL_RUNNING,
    MODEL_STALE, /* asked for news in vain */
    MODEL_STOPPED,
    MODEL_DROPPED,
    MODEL_STATES
};

extern const struct workflow model_flow;

#endif
