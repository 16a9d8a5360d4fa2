import Foundation
import Viewfinder

/// Writes to the error output at the press of a key, with what would clear a screen.
struct SaysView: LiveView {
    struct Context: LiveContext {}

    enum Event: Decodable, Sendable { case say }

    func handle(_ event: Event, _ socket: inout Socket) {
        FileHandle.standardError.write(Data("a word of the view\u{1B}[2J\n".utf8))
    }

    func render(_ context: Context, _ meta: Meta) -> Rendered {
        #"<p phx-window-keydown="say" phx-key="e">e says it</p>"#
    }
}
