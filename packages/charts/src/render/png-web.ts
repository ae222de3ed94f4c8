/**
 * PNG in a page: the browser draws the SVG on a canvas.
 */

export async function drawPng(svg: string, scale: number): Promise<Uint8Array> {
  if (typeof document === 'undefined') {
    throw new Error('A worker cannot draw SVG as PNG; call renderPng in the page.');
  }
  const address = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    const picture = new Image();
    picture.src = address;
    await picture.decode().catch(() => {
      throw new Error('The text is not a well-formed SVG document.');
    });
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(picture.naturalWidth * scale);
    canvas.height = Math.round(picture.naturalHeight * scale);
    const paint = canvas.getContext('2d');
    if (paint === null) throw new Error('This browser offers no canvas to draw a PNG on.');
    paint.fillStyle = 'white';
    paint.fillRect(0, 0, canvas.width, canvas.height);
    paint.drawImage(picture, 0, 0, canvas.width, canvas.height);
    const file = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
    if (file === null) throw new Error('This browser could not encode the picture as PNG.');
    return new Uint8Array(await file.arrayBuffer());
  } finally {
    URL.revokeObjectURL(address);
  }
}
