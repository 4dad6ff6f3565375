/* commands/demo.h: the demo installation: obviously fictitious data of three regio's, known passwords, served on
 * loopback only. */
#ifndef COMMANDS_DEMO_H
#define COMMANDS_DEMO_H

#include "core/config.h"

#define DEMO_PASSWORD "demo-monitor-2026"
#define DEMO_TOTP     "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"

void demo_print_accounts(const struct config *c);

#endif
