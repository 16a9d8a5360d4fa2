// ncursesw with its wide-character functions switched on.
#ifndef VIEWFINDER_CNCURSES_SHIM_H
#define VIEWFINDER_CNCURSES_SHIM_H

#ifndef _XOPEN_SOURCE_EXTENDED
#define _XOPEN_SOURCE_EXTENDED 1
#endif
#define NCURSES_WIDECHAR 1
#include <locale.h>
#include <ncurses.h>
#include <wchar.h>

#endif
