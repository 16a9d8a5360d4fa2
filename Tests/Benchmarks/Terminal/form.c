// The settings form on ncurses alone: a field, Enter submits, the banner says so, x dismisses it. What the terminal's
// keys are measured against.
#include <locale.h>
#include <ncurses.h>
#include <stddef.h>

int main(void) {
    setlocale(LC_ALL, "");
    initscr();
    raw();
    noecho();
    keypad(stdscr, TRUE);
    start_color();
    use_default_colors();
    init_pair(1, COLOR_GREEN, -1);
    char name[64] = "";
    size_t count = 0;
    int has_banner = 0;
    while (1) {
        erase();
        box(stdscr, 0, 0);
        mvaddstr(0, 2, " Settings ");
        if (has_banner) {
            attron(COLOR_PAIR(1));
            mvprintw(2, 2, "Saved: welcome, %s!", name);
            attroff(COLOR_PAIR(1));
        }
        mvprintw(5, 2, "Name [%-20s]", name);
        mvaddstr(7, 2, "[ Save ]");
        move(5, 8 + (int)count);
        refresh();
        int key = getch();
        if (key == 17) break;
        if (key == '\r' || key == '\n') {
            has_banner = 1;
        } else if (key == 24) {
            has_banner = 0;
        } else if ((key == 127 || key == KEY_BACKSPACE) && count > 0) {
            name[--count] = 0;
        } else if (key >= ' ' && key < 127 && count < sizeof name - 1) {
            name[count++] = (char)key;
            name[count] = 0;
        }
    }
    endwin();
    return 0;
}
