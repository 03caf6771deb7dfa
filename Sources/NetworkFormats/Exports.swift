// Readers and writers speak of files, options and reports: who imports the formats can name them.
@_exported import NetworkReading
