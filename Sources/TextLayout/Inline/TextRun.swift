import HTMLTree

/// A stretch of one line that looks the same and belongs to one element.
struct TextRun {
    var text: String
    /// The place in the content of its box.
    var column: Int32
    var row: Int32
    var width: Int32
    var style: StyleID
    var node: NodeID
    /// How the run departs from its style, as a field's ends do.
    var emphasis: CellStyle.Attributes = []
}
