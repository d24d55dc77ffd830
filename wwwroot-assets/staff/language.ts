// The cookie is the one that ASP.NET Core's request localisation reads.
export function watchLanguage(): void {
  document.addEventListener('click', event => {
    const culture = (event.target as Element).closest<HTMLElement>('[data-culture]')?.dataset.culture;
    if (culture) {
      const value = encodeURIComponent(`c=${culture}|uic=${culture}`);
      const secure = location.protocol === 'https:' ? '; secure' : '';
      document.cookie = `.AspNetCore.Culture=${value}; path=/; max-age=31536000; samesite=lax${secure}`;
      location.reload();
    }
  });
}
