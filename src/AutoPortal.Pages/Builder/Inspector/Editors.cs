using AutoPortal.Pages.Blocks.RichText;
using AutoPortal.Pages.Blocks.Shared;
using AutoPortal.Pages.Contracts;
using AutoPortal.Pages.Media.Films;

namespace AutoPortal.Pages.Builder.Inspector;

/// <summary>Which editor a setting gets; the first that fits.</summary>
internal static class Editors
{
    private static readonly (Func<FieldFacts, bool> Fits, Type Editor)[] All =
    [
        (f => f.Source is not null, typeof(ChoicesFromEditor)),
        (f => f.Type == typeof(LocalText), typeof(LocalTextEditor)),
        (f => f.Type == typeof(RichText), typeof(RichTextEditor)),
        (f => f.Type == typeof(BlockPicture), typeof(PictureEditor)),
        (f => f.Type == typeof(bool), typeof(BoolEditor)),
        (f => f.Type == typeof(DateTimeOffset), typeof(MomentEditor)),
        (f => f.NamesBlock is not null, typeof(BlockIdEditor)),
        (f => f.Choices.Count > 0 && f.Item is null, typeof(ChoiceEditor)),
        (f => f.Name is "icon" && f.Type == typeof(string), typeof(IconEditor)),
        (f => f.Name is "film" && f.Type == typeof(string), typeof(FilmEditor)),
        (f => f.Name is "brand" && f.Type == typeof(string), typeof(ColourEditor)),
        (f => f.Type.IsPrimitive || f.Type == typeof(decimal), typeof(NumberEditor)),
        (f => f.Item == typeof(string) || f.Item is { IsPrimitive: true }, typeof(WordListEditor)),
        (f => f.Item is { IsClass: true }, typeof(RecordListEditor)),
        (f => f.Type.IsClass && f.Type != typeof(string) && f.Item is null, typeof(RecordEditor)),
    ];

    public static Type For(FieldFacts field) => All.FirstOrDefault(e => e.Fits(field)).Editor ?? typeof(StringEditor);
}
