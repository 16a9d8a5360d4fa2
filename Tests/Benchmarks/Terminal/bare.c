// The least that a terminal program on ncurses does: what every such program's start and keys are measured against.
#include <locale.h>
#include <ncurses.h>

int main(void) {
    setlocale(LC_ALL, "");
    initscr();
    raw();
    noecho();
    keypad(stdscr, TRUE);
    start_color();
    mvaddstr(0, 0, "Settings");
    move(2, 0);
    refresh();
    for (int key; (key = getch()) != 'q';) {
        if (key >= ' ' && key < 127) addch(key);
        refresh();
    }
    endwin();
    return 0;
}
