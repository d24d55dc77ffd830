using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace AutoPortal.Pages.Public;

/// <summary>Draws components to text outside of any request or circuit.</summary>
internal static class HtmlDrawing
{
    /// <summary>The component's HTML in a language of pages.</summary>
    public static Task<string> DrawAsync<T>(this HtmlRenderer renderer, string language, Dictionary<string, object?> parameters)
        where T : IComponent
        => renderer.Dispatcher.InvokeAsync(async () =>
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
            return (await renderer.RenderComponentAsync<T>(ParameterView.FromDictionary(parameters))).ToHtmlString();
        });
}
