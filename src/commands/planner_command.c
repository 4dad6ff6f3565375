/* commands/planner_command.c: the planner for an operator: what would go to whom on a day, or the work of that day
 * without a server. */
#include <stdio.h>

#include "commands/commands.h"
#include "core/clock.h"
#include "data/desk.h"
#include "data/steward.h"
#include "planner/plan.h"
#include "planner/planner.h"

static enum result due_print(struct installation *i, const struct due *d, int *lines)
{
    size_t n;
    struct plan_receiver *to;
    char day[11];
    datum_to_iso(d->dag, day);
    TRY(plan_receivers(i->steward, i->arena, d, &n, &to));
    for (size_t k = 0; k < n; k++) {
        bool is_new;
        TRY(plan_is_new(i->steward, i->arena, d, &to[k], &is_new));
        if (is_new) {
            printf("%s\t%s\t%s\t%lld\t%s\t%s\n", day, mail_kind_name(d->kind), d->over, (long long)d->over_id,
                   to[k].email,
                   d->view.project       ? d->view.project
                   : d->view.organisatie ? d->view.organisatie
                                         : "-");
            (*lines)++;
        }
    }
    return OK;
}

/* The days that were not planned yet, up to today; a day that was planned already is shown alone. */
static enum result dry_run(struct installation *i)
{
    struct due_list list = {.arena = i->arena};
    datum today = clock_today(), van;
    bool some;
    int lines = 0;
    TRY(plan_window(i->steward, i->arena, today, &van, &some));
    TRY(mails_due(i->steward, &list, some ? van : today, today));
    for (size_t k = 0; k < list.n; k++)
        TRY(due_print(i, &list.rows[k], &lines));
    printf("%d mails would be made; nothing was changed.\n", lines);
    return OK;
}

static enum result real_run(struct installation *i)
{
    struct desk *desk;
    int sent, failed;
    TRY(desk_start(i->base, &desk));
    enum result ended = planner_once(i->base, desk, i->seal, &i->config, clock_today(), &sent, &failed);
    desk_stop(desk);
    if (ended == OK)
        printf("%d mails sent, %d not (they stay in the outbox).\n", sent, failed);
    return ended;
}

int command_planner(int argc, char **argv)
{
    struct installation i;
    bool given, dry = option_flag(argc, argv, "--droog");
    struct config config;
    if (!process_start() || !clock_option(argc, argv, &given))
        return 2;
    if (!installation_config(argc, argv, &config) ||
        !installation_open_with(&config, dry ? OPEN_DATABASE : OPEN_DATABASE | OPEN_SEAL | OPEN_ALONE, &i))
        return 1;
    enum result ended = dry ? dry_run(&i) : real_run(&i);
    if (ended != OK)
        fprintf(stderr, "srmonitor planner: %s\n", result_name(ended));
    installation_close(&i);
    return ended == OK ? 0 : 1;
}
