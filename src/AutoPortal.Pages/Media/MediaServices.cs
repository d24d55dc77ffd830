using AutoPortal.Kernel.Navigation;
using AutoPortal.Pages.Builder.Inspector;
using AutoPortal.Pages.Media.Films;
using Microsoft.Extensions.DependencyInjection;

namespace AutoPortal.Pages.Media;

internal static class MediaServices
{
    public static IServiceCollection AddMedia(this IServiceCollection services)
        => services
            .AddSingleton<PictureBench>()
            .AddScoped<AddPicture>()
            .AddScoped<AddFilm>()
            .AddScoped<ChoosePoster>()
            .AddScoped<DescribePicture>()
            .AddScoped<RemovePicture>()
            .AddScoped<MediaQueries>()
            .AddSingleton(new PicturePicker(typeof(MediaPicker)))
            .AddNav(new NavEntry(NavGroups.Build, "media.title", MediaRoutes.Library, "block-image", PagesPermissions.Edit, 40, typeof(MediaTexts)));
}

/// <summary>Screens of the media library.</summary>
internal static class MediaRoutes
{
    public const string Library = "/app/pages/media";
}
