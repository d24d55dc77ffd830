using AutoPortal.Kernel.Imports;

namespace AutoPortal.Kernel.Exports;

/// <summary>A row on its way out.</summary>
/// <param name="Id">Which row it was.</param>
/// <param name="Cells">Under the ordered columns.</param>
/// <param name="Stamp">By which an import knows the row again; null where none takes the file back.</param>
public sealed record ExportRow(Guid Id, IReadOnlyList<object?> Cells, RowStamp? Stamp);
