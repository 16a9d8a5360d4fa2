import LiveProtocol

/// The statics of literals as clients get them: one object for each literal, made when it is first sent.
final class StaticsTable {
    private var table: [[StaticPiece]: Statics] = [:]

    /// The statics around a row whose whole content is its one changing place.
    static let ofWrapper = Statics(["", ""])

    func statics(of node: Rendered) -> Statics {
        if let compiled = node.compiled { return compiled }
        let pieces = node.parts.map(\.before) + [node.tail]
        if let statics = table[pieces] { return statics }
        let statics = Statics(pieces.map(\.text))
        table[pieces] = statics
        return statics
    }
}
