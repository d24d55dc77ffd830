using AutoPortal.Kernel.Exports;
using AutoPortal.Kernel.Scopes;
using Microsoft.Extensions.Localization;

namespace AutoPortal.Platform.Exports;

/// <summary>All lists that can be taken away, and their words.</summary>
internal sealed class ExportLists(IEnumerable<IExportList> lists, IStringLocalizerFactory texts, CurrentUser user)
{
    public IExportList? Find(string code) => lists.FirstOrDefault(l => l.Code == code);

    public string TitleOf(IExportList list) => texts.Create(list.Texts)[$"export.{list.Code}"];

    public string TitleOf(IExportList list, ExportColumn column) => column.Title ?? texts.Create(list.Texts)[column.TitleKey];

    public bool MayReveal(IExportList list) => list.RevealPermission is { } permission && user.May(permission) && list.Columns.Any(c => c.IsMasked);
}
