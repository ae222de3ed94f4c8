/** Finds WebGL2, which only browsers have. */
import { type Device, unavailable } from './device.js';

const SOFTWARE = /swiftshader|llvmpipe|softpipe|software|basic render/i;

/** The renderer's name; throws EngineError where there is none. */
export async function webgl2Device(): Promise<Device> {
  const canvas =
    typeof OffscreenCanvas !== 'undefined'
      ? new OffscreenCanvas(1, 1)
      : typeof document !== 'undefined'
        ? document.createElement('canvas')
        : undefined;
  if (!canvas) throw unavailable('webgl2', 'WebGL2 exists in browsers only');
  const gl = canvas.getContext('webgl2') as WebGL2RenderingContext | null;
  if (!gl) throw unavailable('webgl2', 'this browser offers no WebGL2 context');
  if (!gl.getExtension('EXT_color_buffer_float')) {
    throw unavailable('webgl2', 'this graphics driver cannot write floating-point numbers (EXT_color_buffer_float)');
  }
  const info = gl.getExtension('WEBGL_debug_renderer_info');
  const name = String(gl.getParameter(info ? info.UNMASKED_RENDERER_WEBGL : gl.RENDERER));
  gl.getExtension('WEBGL_lose_context')?.loseContext();
  return { name, software: SOFTWARE.test(name) };
}
