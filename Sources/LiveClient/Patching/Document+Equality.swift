import HTMLTree

extension Document {
    /// Whether two subtrees are alike in names, attributes in any order, and text.
    func isEqual(_ left: NodeID, _ right: NodeID) -> Bool {
        var pairs = [(left, right)]
        while let (left, right) = pairs.popLast() {
            guard kind(of: left) == kind(of: right), name(of: left) == name(of: right),
                text(of: left) == text(of: right)
            else { return false }
            guard hasEqualAttributes(left, right) else { return false }
            var (child, other) = (firstChild(of: left), firstChild(of: right))
            while let mine = child, let theirs = other {
                pairs.append((mine, theirs))
                (child, other) = (nextSibling(of: mine), nextSibling(of: theirs))
            }
            if child != nil || other != nil { return false }
        }
        return true
    }

    /// Whether two elements have the same attributes, in any order.
    func hasEqualAttributes(_ left: NodeID, _ right: NodeID) -> Bool {
        let (mine, others) = (attributes(of: left), attributes(of: right))
        return mine == others || mine.count == others.count && Set(mine) == Set(others)
    }
}
