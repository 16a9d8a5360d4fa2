import Basics
import Synchronization

/// The rules of style sheets that pages of this process have had: an app's pages all have the same, and a run of scenarios
/// opens thousands of them.
enum ParsedSheets {
    /// More of them are not kept, nor longer ones, in bytes.
    private static let countLimit = 16
    private static let lengthLimit = 256 << 10

    private static let known = Mutex<[String: [StyleRule]]>([:])

    /// - Parameter layers: The layers of the sheets before it; those of this one are added.
    static func rules(of sheet: String, layers: inout LayerOrder) -> [StyleRule] {
        // What a sheet says in layers depends on the sheets before it.
        guard sheet.utf8.count <= lengthLimit, !ASCIIText.contains("@layer", in: sheet, ignoringCase: true) else {
            return StyleSheetParser.parse(sheet, layers: &layers)
        }
        if let rules = known.withLock({ $0[sheet] }) { return rules }
        let rules = StyleSheetParser.parse(sheet)
        known.withLock { known in
            if known.count >= countLimit { known = [:] }
            known[sheet] = rules
        }
        return rules
    }
}
