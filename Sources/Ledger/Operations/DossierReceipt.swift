package import Dossiers
package import Foundation

/// How and when a citizen handed a dossier in, and in which field of administration it falls.
package struct DossierReceipt: Hashable, Sendable {
    package var at: Date
    package var channel: Channel?
    /// Lĩnh vực, as the catalogue spells it.
    package var field: String?

    package init(at: Date, channel: Channel? = nil, field: String? = nil) {
        self.at = at
        self.channel = channel
        self.field = field
    }
}
