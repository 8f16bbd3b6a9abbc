package import Dossiers
package import Reading

/// What the parent asks a reader process.
package enum ReaderRequest: Codable, Sendable {
    /// What kind of file is it, and how many pages has it?
    case summary(path: String)
    /// Read one page: `page` is 1-based in the file at `path`, `number` 1-based in the scan it stands for.
    /// `turned` is what a person says; nil to find out.
    case read(path: String, page: Int, number: Int, extent: ReadingExtent = .wholePage, turned: Int? = nil)
    /// Write a page's pixels, unchanged, into a TIFF file.
    case convert(path: String, page: Int, to: String)
    /// Look for codes on one page and read no words.
    case codes(path: String, page: Int, number: Int)
    /// Write a page for people to look at into a JPEG file: upright, straight, its longest side in pixels.
    case show(path: String, page: Int, pose: PagePose, longestSide: Int, to: String)
}

/// What a reader process answers, one answer a request.
package enum ReaderReply: Codable, Sendable {
    /// The reader is up and its recogniser loaded.
    case ready
    case summary(format: String, pages: Int)
    case page(RecognizedPage)
    case converted
    /// The request cannot be met; asking again gives the same.
    case refused(reason: String)
}

/// What a reader process is held to.
package struct ReaderSettings: Codable, Hashable, Sendable {
    package var limits: PageLimits
    /// Bytes of address space; more ends the process.
    package var memory: Int
    /// Seconds one page may take before its reader is killed.
    package var secondsPerPage: Double
    /// A folder for pictures of every page after every step of reading; nil, as it should be, for none.
    package var steps: String?

    package init(limits: PageLimits, memory: Int, secondsPerPage: Double, steps: String? = nil) {
        self.limits = limits
        self.memory = memory
        self.secondsPerPage = secondsPerPage
        self.steps = steps
    }
}
