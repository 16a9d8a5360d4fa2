extension Simulator {
    /// The banners that a key of their own dismisses now, with that key: the digit, or the digit with alt where the digit
    /// itself would be typed or is meant for something else.
    func bannerKeys() -> [(banner: Banner, key: Key)] {
        guard !banners.isEmpty, question == nil else { return [] }
        let context = keyContext
        return banners.compactMap { banner in
            let row = PageKeyMap.rows.first { $0.action == .dismissBanner(label: banner.label) }
            let key = row?.keys(in: context).first { key in
                // Letters and digits belong to the hints while they are shown.
                editingCommand(for: key) == nil && (hints == nil || !key.modifiers.isEmpty)
            }
            return key.map { (banner, $0) }
        }
    }

    /// Dismisses a banner as a click on it does. The focus stays where it is.
    func dismiss(_ banner: Banner) {
        guard document.isAlive(banner.trigger) else { return }
        client.dispatchClick(banner.trigger)
        settle()
    }

    /// Dismisses all banners, the newest first.
    func dismissAllBanners() {
        // A view may answer with a banner of its own; so only as many as there are now are dismissed.
        for _ in 0..<banners.count {
            guard let newest = bannerAges.newest(of: banners) else { return }
            dismiss(newest)
        }
    }
}
