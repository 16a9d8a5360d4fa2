import CNcurses
import TextLayout

/// A terminal through ncurses.
///
/// ncurses knows what the terminal shows and finds the shortest way to what it should show. Input is not its business: the
/// session reads the bytes itself.
final class CursesDevice: TerminalDevice {
    private let input: Int32
    private let output: Int32
    private let screen: OpaquePointer
    let depth: ColorDepth
    private var theme = Theme.anyGround
    private let signs: PlainSigns
    private var direct = DirectCells()
    private var links: [String] = []
    /// Whether the terminal takes grapheme clusters as one.
    private var showsClusters = false
    private let hasTitle: Bool
    private let isInTmux: Bool
    private let sink: FrameSink?
    private var usesMouse: Bool
    private var pairs: ColorPairs
    private var renditions: [CellStyle: (attributes: attr_t, pair: Int32)] = [:]
    private var last: (style: CellStyle, rendition: (attributes: attr_t, pair: Int32))?
    private var isCursorShown = true
    private var isOpen = true

    private(set) var size: Size

    /// Takes the terminal.
    ///
    /// - Parameters:
    ///   - input: The descriptor of the terminal from which keys come.
    ///   - output: The descriptor of the same terminal for drawing.
    ///   - usesMouse: Whether clicks and the wheel are to be reported.
    init(
        input: Int32, output: Int32, environment: [String: String], usesMouse: Bool
    ) throws(TerminalError) {
        guard isatty(input) == 1 else { throw .notATerminal(.input) }
        guard isatty(output) == 1 else { throw .notATerminal(.output) }
        try Self.checkDescription(name: environment["TERM"], output: output)
        Self.chooseEncoding()
        guard SignalGuard.remember(input: input, output: output) else {
            throw .system(operation: "reading the terminal's modes", number: viewfinder_error_number())
        }
        // The size comes from the system, whatever LINES and COLUMNS say: they do not follow the window.
        use_env(false)
        use_tioctl(true)
        guard let writer = fdopen(dup(output), "w"), let reader = fdopen(dup(input), "r") else {
            throw .system(operation: "opening the terminal", number: viewfinder_error_number())
        }
        signs = PlainSigns(extent: Self.extent(environment))
        hasTitle = tigetflag("XT") == 1 || Self.capability("tsl")?.contains("\u{1B}]") == true
        SignalGuard.setRestoringBytes(Self.restoringBytes(hasTitle: hasTitle))
        // From here on a signal finds a terminal that has to be given back.
        Self.hold(hasTitle: hasTitle)
        guard let screen = newterm(nil, writer, reader) else {
            SignalGuard.restore()
            throw .terminalNotKnown(name: environment["TERM"] ?? "")
        }
        self.input = input
        self.output = output
        self.screen = screen
        self.usesMouse = usesMouse
        isInTmux = environment["TMUX"] != nil
        depth = ColorDepth(
            colors: Int(tigetnum("colors")), isDirect: Self.hasDirectColor, environment: environment)
        if depth != .monochrome {
            start_color()
            use_default_colors()
        }
        pairs = ColorPairs(limit: Int(viewfinder_color_pairs()))
        // Frames are written whole: no look at the keyboard in the middle of one.
        typeahead(-1)
        Self.setModes(input)
        sink = FrameSink(insteadOf: fileno(writer), output: output)
        size = Self.systemSize(output) ?? Size(columns: 80, rows: 24)
        switchModesOn()
    }

    // MARK: - Drawing

    func put(_ cell: Cell, width: Int, at position: Position) {
        let (attributes, pair) = rendition(cell.style)
        var column = position.column
        var cell = cell
        cell.text = signs.text(cell.text)
        if isDirect(cell, width: width) { direct.add(cell, width: width, at: position) }
        if isOfAmbiguousWidth(cell, width: width) { cell.text = " " }
        if cell.text.utf8.count == 1, width == 1, let byte = cell.text.utf8.first, (0x20..<0x7F).contains(byte) {
            write([wchar_t(byte)], attributes, pair, position.row, column)
            return
        }
        for glyph in Glyph.glyphs(of: cell.text, width: width, widthOf: { Int(viewfinder_width(wchar_t($0.value))) }) {
            write(glyph.scalars.map { wchar_t($0.value) }, attributes, pair, position.row, column)
            column += glyph.width
        }
    }

    /// Whether ncurses would take a cell for another than it is.
    private func isDirect(_ cell: Cell, width: Int) -> Bool {
        (hasTitle && cell.style.link != 0) || (showsClusters && width == 2 && Glyph.isWholeCluster(cell.text))
            || isOfAmbiguousWidth(cell, width: width)
    }

    /// Whether a character is wide only because the person says that its kind is.
    private func isOfAmbiguousWidth(_ cell: Cell, width: Int) -> Bool {
        guard width == 2, AmbiguousWidth.isTwo, let scalar = cell.text.unicodeScalars.first else { return false }
        return viewfinder_width(wchar_t(scalar.value)) == 1 && !Glyph.isWholeCluster(cell.text)
    }

    private func write(_ text: [wchar_t], _ attributes: attr_t, _ pair: Int32, _ row: Int, _ column: Int) {
        _ = viewfinder_put(Int32(row), Int32(column), text + [0], attributes, pair)
    }

    func present(cursor: Position?) {
        if cursor == nil { showCursor(false) }
        let place = cursor ?? Position(column: 0, row: max(0, size.rows - 1))
        move(Int32(place.row), Int32(place.column))
        refresh()
        if cursor != nil { showCursor(true) }
        let more = direct.take(links: links) { Rendition(theme.resolve($0), depth: depth) }
        guard let sink else { return TerminalOutput.write(more, to: output) }
        if hasTitle {
            sink.flush(begin: TerminalModes.beginUpdate, end: TerminalModes.endUpdate, more: more)
        } else {
            sink.flush(more: more)
        }
    }

    func clear() {
        if pairs.isFull {
            pairs.removeAll()
            reset_color_pairs()
            renditions = [:]
            last = nil
        }
        erase()
        viewfinder_repaint()
    }

    func use(links: [String]) { self.links = links }

    func take(_ answer: TerminalAnswer) -> Bool {
        guard case .mode(TerminalModes.clusterMode, let mode) = answer, !showsClusters else { return false }
        switch mode {
        case .unknown, .alwaysOff: return false
        case .on, .alwaysOn: break
        case .off:
            // What is switched on is switched off again, however the program ends.
            SignalGuard.setRestoringBytes(TerminalModes.clusters(isOn: false) + Self.restoringBytes(hasTitle: hasTitle))
            write(TerminalModes.clusters(isOn: true))
        }
        showsClusters = true
        return true
    }

    func use(_ theme: Theme) {
        self.theme = theme
        renditions = [:]
    }

    func setTitle(_ title: String) {
        if hasTitle { write(TerminalModes.title(title)) }
    }

    func setMouse(isOn: Bool) {
        usesMouse = isOn
        write(TerminalModes.mouse(isOn: isOn))
    }

    func copy(_ text: String) { write(TerminalModes.clipboard(text, isInTmux: isInTmux)) }

    func ring() { write("\u{07}") }

    private func showCursor(_ isShown: Bool) {
        guard isShown != isCursorShown else { return }
        isCursorShown = isShown
        curs_set(isShown ? 1 : 0)
    }

    private func rendition(_ style: CellStyle) -> (attributes: attr_t, pair: Int32) {
        // Cells of one look come one after the other.
        if let last, last.style == style { return last.rendition }
        let rendition = findRendition(style)
        last = (style, rendition)
        return rendition
    }

    private func findRendition(_ style: CellStyle) -> (attributes: attr_t, pair: Int32) {
        if let known = renditions[style] { return known }
        let rendition = Rendition(theme.resolve(style), depth: depth)
        let colors = ColorPairs.Colors(foreground: rendition.foreground, background: rendition.background)
        let (pair, isNew) = pairs.number(for: colors)
        if isNew { init_extended_pair(pair, colors.foreground, colors.background) }
        let result = (Self.attributes(rendition.attributes), pair)
        renditions[style] = result
        return result
    }

    private static func attributes(_ attributes: CellStyle.Attributes) -> attr_t {
        var bits: attr_t = 0
        if attributes.contains(.bold) { bits |= viewfinder_attribute_bold() }
        // ncurses strikes nothing through: what is done with is dim.
        if !attributes.isDisjoint(with: [.dim, .strikethrough]) { bits |= viewfinder_attribute_dim() }
        if attributes.contains(.italic) { bits |= viewfinder_attribute_italic() }
        if attributes.contains(.underline) { bits |= viewfinder_attribute_underline() }
        if attributes.contains(.reverse) { bits |= viewfinder_attribute_reverse() }
        return bits
    }

    // MARK: - The terminal's life

    func updateSize() {
        guard let newSize = Self.systemSize(output) else { return }
        size = newSize
        resizeterm(Int32(newSize.rows), Int32(newSize.columns))
    }

    func suspend() {
        guard isOpen else { return }
        endwin()
        sink?.flush()
        SignalGuard.restore()
    }

    func resume() {
        guard isOpen else { return }
        // Where the program was only stopped, it has the terminal still, and the kept title is the terminal's own.
        if !SignalGuard.isArmed { Self.hold(hasTitle: hasTitle) }
        SignalGuard.setModes()
        // Who had the terminal meanwhile may have left it as it likes.
        showsClusters = false
        switchModesOn()
        // With the next refresh ncurses takes the alternate screen and its cursor again.
    }

    func close() {
        guard isOpen else { return }
        isOpen = false
        endwin()
        sink?.flush()
        SignalGuard.restore()
        delscreen(screen)
    }

    /// Keys one by one and as they are, but for the interrupt key: it must work when the session does not answer any more.
    private static func setModes(_ input: Int32) {
        raw()
        noecho()
        nonl()
        viewfinder_keep_interrupt_key(input)
        def_prog_mode()
        SignalGuard.noteModes()
    }

    private func switchModesOn() {
        let ground = depth == .monochrome ? "" : TerminalModes.askForGround
        let questions = hasTitle ? ground + TerminalModes.askForClusters : ""
        write(TerminalModes.on + TerminalModes.mouse(isOn: usesMouse) + questions)
    }

    /// Keeps the window's title, and has the terminal given back from now on.
    private static func hold(hasTitle: Bool) {
        SignalGuard.arm(writing: hasTitle ? TerminalModes.saveTitle : "")
    }

    private static func restoringBytes(hasTitle: Bool) -> String {
        let capabilities = ["sgr0", "op", "rmkx", "cnorm", "rmcup"].compactMap(capability).joined()
        return TerminalModes.mouse(isOn: false) + TerminalModes.off + TerminalModes.endUpdate + capabilities
            + (hasTitle ? TerminalModes.restoreTitle : "") + "\r"
    }

    /// Writes past ncurses, which has nothing held back between its updates.
    private func write(_ text: String) { TerminalOutput.write(Array(text.utf8), to: output) }

    // MARK: - What the system says

    private static func checkDescription(name: String?, output: Int32) throws(TerminalError) {
        guard let name, !name.isEmpty else { throw .terminalNotNamed }
        var problem: Int32 = 0
        guard setupterm(name, output, &problem) == 0 else { throw .terminalNotKnown(name: name) }
        guard capability("cup") != nil else { throw .terminalTooSimple(name: name) }
    }

    private static func systemSize(_ output: Int32) -> Size? {
        var columns: Int32 = 0
        var rows: Int32 = 0
        guard viewfinder_terminal_size(output, &columns, &rows) == 0 else { return nil }
        return Size(columns: Int(columns), rows: Int(rows))
    }

    /// Wide characters need a UTF-8 locale; where the environment names none, the plainest one is taken.
    private static func chooseEncoding() {
        setlocale(LC_CTYPE, "")
        for name in ["C.UTF-8", "en_US.UTF-8"] where viewfinder_width(0x6F22) != 2 {
            setlocale(LC_CTYPE, name)
        }
    }

    private static func extent(_ environment: [String: String]) -> PlainSigns.Extent {
        let extent = PlainSigns.extent(environment)
        return extent == .none && AmbiguousWidth.isTwo ? .signs : extent
    }

    private static var hasDirectColor: Bool { tigetflag("RGB") == 1 || tigetnum("RGB") == 8 }

    private static func capability(_ name: String) -> String? {
        guard let pointer = tigetstr(name), Int(bitPattern: pointer) != -1 else { return nil }
        return TerminalModes.withoutPadding(String(cString: pointer))
    }
}
