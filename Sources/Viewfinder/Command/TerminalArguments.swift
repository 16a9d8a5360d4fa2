import ArgumentParser
import TerminalUI

/// How a person wants to work pages in the terminal; every command that shows one takes it alike.
package struct TerminalArguments: ParsableArguments {
    @Flag(help: "Ring the bell when a banner tells of an error.")
    private var bell = false

    @OptionGroup
    private var keyArguments: KeyArguments

    @OptionGroup
    package var looksOptions: LooksOptions

    package init() {}

    /// What was asked for; the caller adds what there is beside the page.
    ///
    /// - Throws: When a theme or a map of keys that was asked for cannot be had.
    package func options() throws -> TerminalOptions {
        var options = TerminalOptions()
        options.rings = bell
        options.looks = try looksOptions.looks()
        options.keyFile = try keyArguments.file()
        return options
    }
}
