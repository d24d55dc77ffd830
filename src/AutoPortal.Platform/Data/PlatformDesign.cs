using AutoPortal.Kernel.Data;

namespace AutoPortal.Platform.Data;

internal sealed class PlatformDesign() : ModuleDbDesign<PlatformDb>(PlatformDb.Schema);
